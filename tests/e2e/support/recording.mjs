// Frames that the compositor made while a page was scrolled.

/** A busy machine makes fewer frames, so it is scrolled until there are so many. */
export const framesMin = 30;
const roundsMax = 8;

export const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** Of the list: { top, left }. */
export const scrolledTo = (page) => page.evaluate(() => {
  const { scrollTop, scrollLeft } = document.querySelector("hallway-planner").shadowRoot
    .querySelector(".list .scroller");
  return { top: scrollTop, left: scrollLeft };
});

/** Records the frames while `scroll` runs, until the page rests. @returns {Promise<Buffer[]>} those that differ */
export async function recordFrames(page, scroll) {
  const session = await page.context().newCDPSession(page);
  const frames = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    const frame = Buffer.from(data, "base64");
    if (!frames.at(-1)?.equals(frame)) frames.push(frame);
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  for (let round = 0; round < roundsMax && frames.length < framesMin; round += 1) {
    await scroll(session, round);
    await untilRest(page);
  }
  await session.send("Page.stopScreencast");
  await session.detach();
  return frames;
}

async function untilRest(page) {
  for (let before = "", now = "-"; before !== now;) {
    before = now;
    await pause(100);
    now = JSON.stringify(await scrolledTo(page));
  }
}

/** Hard: 75 px every 8 ms. What is sent is not waited for, as no finger waits. `x` and `y`: CSS px of each move. */
export async function fling(session, { x = 0, y = -75, from = { x: 200, y: 660 }, count = 6 } = {}) {
  const touch = (type, at) => session.send("Input.dispatchTouchEvent", {
    type, touchPoints: type === "touchEnd" ? [] : [at],
  });
  for (let flings = 0; flings < count; flings += 1) {
    const at = { ...from };
    await touch("touchStart", at);
    for (let move = 0; move < 7; move += 1) {
      at.x += x;
      at.y += y;
      void touch("touchMove", { ...at });
      await pause(8);
    }
    void touch("touchEnd");
    await pause(150);
  }
}
