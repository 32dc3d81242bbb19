/**
 * Part of a page that holds every word it may need: [data-in="cut refused"] is shown in these states, [data-slot] is
 * filled with text, and <template data-for="…"> gives what is shown as often as needed.
 */
export class Panel {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /** @param {Record<string, unknown>} states those that are true are shown */
  show(states, words) {
    for (const part of this.#root.querySelectorAll("[data-in]"))
      part.hidden = !part.dataset.in.split(" ").some((state) => states[state]);
    write(this.#root, words);
  }

  /** A copy of what a template holds, its slots filled. */
  fill(template, words = {}) {
    const node = this.#root.querySelector(`template[data-for="${template}"]`).content.firstElementChild.cloneNode(true);
    write(node, words);
    return node;
  }

  list(name, nodes) {
    this.#root.querySelector(`[data-list="${name}"]`).replaceChildren(...nodes);
  }

  /** A time in milliseconds as the page's readers write it. */
  clock(at) {
    const shown = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    return new Intl.DateTimeFormat(document.documentElement.lang, shown).format(at);
  }
}

function write(node, words) {
  for (const [slot, text] of Object.entries(words))
    for (const place of node.querySelectorAll(`[data-slot="${slot}"]`)) place.textContent = text;
}
