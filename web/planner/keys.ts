/** Where `g` and a second key lead. */
const places: Readonly<Record<string, string>> = { n: "#/now", p: "#/program", m: "#/plan" };
const sessionLink = 'a[href^="#/session/"]';
const starButton = ".star, .star-button";

/**
 * The help keys: single letters that are commands while the focus is in the planner and not in a field. They only
 * press what is there, so that nothing can be done by them alone. They can be turned off: WCAG 2.1.4.
 */
export class Keys {
  /** `g` was pressed, and the next key says where to. */
  private goes = false;

  /** @param open a link of ours */
  constructor(private readonly root: ShadowRoot, private readonly open: (href: string) => void) {}

  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { goes } = this;
    this.goes = false;
    if (this.does(event.key, goes)) event.preventDefault();
  }

  private does(key: string, goes: boolean): boolean {
    const place = goes ? places[key] : undefined;
    if (place !== undefined) {
      this.open(place);
      return true;
    }
    switch (key) {
      case "/": return this.search();
      case "j": return this.step(1);
      case "k": return this.step(-1);
      case "s": return this.star();
      case "g": return (this.goes = true);
      case "?": this.open("#/keys"); return true;
      default: return false;
    }
  }

  private search(): boolean {
    const search = this.root.querySelector<HTMLElement>("input[type=search]");
    if (!search?.checkVisibility({ visibilityProperty: true })) return false;
    search.focus();
    return true;
  }

  /** The sessions of the list that is read: in the detail those that stand there. */
  private step(by: number): boolean {
    const active = this.root.activeElement;
    const pane = active?.closest(".detail:has(li)") ?? this.root.querySelector(".list");
    const links = [...pane?.querySelectorAll<HTMLElement>(sessionLink) ?? []]
      .filter((link) => !link.closest("[hidden]") && link.checkVisibility({ visibilityProperty: true }));
    const row = active?.closest("li");
    let at = links.findIndex((link) => link === active || (row?.contains(link) ?? false));
    if (at < 0) at = by > 0 ? this.firstInView(links) - 1 : this.firstInView(links) + 1;
    const next = links[at + by];
    next?.focus();
    return next !== undefined;
  }

  private firstInView(links: readonly HTMLElement[]): number {
    const top = links[0]?.closest(".scroller")?.getBoundingClientRect().top ?? 0;
    return Math.max(0, links.findIndex((link) => link.getBoundingClientRect().top >= top));
  }

  private star(): boolean {
    const active = this.root.activeElement;
    const star = active?.closest("li")?.querySelector<HTMLElement>(starButton)
      ?? active?.closest(".detail")?.querySelector<HTMLElement>(starButton);
    star?.click();
    return star !== undefined && star !== null;
  }
}
