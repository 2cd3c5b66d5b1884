// The core's words cannot be had when it has stopped, so these are here.
const text = "Something went wrong in Hallway. What you chose is saved on this device.";
const action = "Reload";

/** Says that the planner has stopped and offers the way on. */
export function makeFailureBar(): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "failure";
  bar.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "node primary-button line-20 strong";
  button.textContent = action;
  button.addEventListener("click", () => location.reload());
  bar.append(words, button);
  return bar;
}
