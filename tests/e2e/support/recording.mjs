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

/**
 * Sends input as a hand does: the next does not wait until the browser has taken the last. `taken` waits for all of
 * it, since a session that is detached before that refuses what is under way, when its test may have ended.
 */
function inputOf(session) {
  const sent = [];
  return {
    send: (method, event) => {
      const answer = session.send(`Input.${method}`, event);
      sent.push(answer);
      return answer;
    },
    taken: () => Promise.all(sent),
  };
}

/** 40 turns of the wheel at a place. `by`: of the number of a turn, its deltaX and deltaY. */
export async function turnWheel(session, { x, y, by }) {
  const input = inputOf(session);
  for (let turn = 0; turn < 40; turn += 1) {
    void input.send("dispatchMouseEvent", { type: "mouseWheel", x, y, deltaX: 0, deltaY: 0, ...by(turn) });
    await pause(30);
  }
  await input.taken();
}

/** Hard: 75 px every 8 ms. `x` and `y`: CSS px of each move. */
export async function fling(session, { x = 0, y = -75, from = { x: 200, y: 660 }, count = 6 } = {}) {
  const input = inputOf(session);
  const touch = (type, ...touchPoints) => input.send("dispatchTouchEvent", { type, touchPoints });
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
  await input.taken();
}
