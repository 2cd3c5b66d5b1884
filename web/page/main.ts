// The page of the site: passes what stands in its address on to the planner, and lends it its title and theme.
//
//   ?program=ADDRESS     the program to open; else the one configured as `src`, or the one that was open last
//   ?now=TIME            sets the clock (ISO 8601)
//   ?presentation=html   no pictures

import { lastLook } from "../planner/look.ts";
import { HallwayPlanner } from "../planner/planner.ts";

const handedOver: Readonly<Record<string, string>> = { program: "src", now: "now", presentation: "presentation" };

function prepare(planner: HTMLElement): void {
  const address = new URLSearchParams(location.search);
  for (const [parameter, attribute] of Object.entries(handedOver)) {
    const value = address.get(parameter);
    if (value !== null) planner.setAttribute(attribute, value);
  }
  planner.addEventListener("hallway-title", (event) => {
    document.title = (event as CustomEvent<string>).detail;
  });
  document.addEventListener("keydown", (event) => {
    // Within the planner it listens itself.
    if (event.target === document.body) (planner as HallwayPlanner).handleShortcut(event);
  });
  planner.addEventListener("hallway-theme", (event) => showTheme((event as CustomEvent<string>).detail));
  followTheme(planner);
}

/** A theme that was chosen in the planner is the page's too: what is behind it, and the browser's own parts. */
function showTheme(theme: string): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** `data-theme` of the page is the planner's too. */
function followTheme(planner: HTMLElement): void {
  const page = document.documentElement;
  const follow = (): void => {
    const theme = page.dataset["theme"];
    if (theme) planner.dataset["theme"] = theme;
    else delete planner.dataset["theme"];
  };
  follow();
  new MutationObserver(follow).observe(page, { attributes: true, attributeFilter: ["data-theme"] });
}

const { theme } = lastLook();
if (theme !== "system") showTheme(theme);
// Attributes that it reads at its start have to be there before it is one.
for (const planner of document.querySelectorAll<HTMLElement>("hallway-planner")) prepare(planner);
customElements.define("hallway-planner", HallwayPlanner);
