const LEFT = "left";

/**
 * Of the tabs that one guest has open on a device, the one opened or turned to last leads: one phone rings once. When it
 * closes, the one before it leads again.
 * @param {BroadcastChannel} [tabs] on which tabs hear of each other; without it each leads for itself
 */
export class Lead {
  leads = true;
  #tabs;
  #since = 0;

  constructor(tabs) {
    this.#tabs = tabs;
    tabs?.addEventListener("message", ({ data }) => {
      if (data === LEFT) this.#claim();
      else if (data > this.#since) this.leads = false;
    });
    this.take();
  }

  /** This tab was opened, or is looked at now. */
  take() {
    this.#since = Date.now();
    this.#claim();
  }

  leave() {
    if (this.leads) this.#tabs?.postMessage(LEFT);
  }

  #claim() {
    this.leads = true;
    this.#tabs?.postMessage(this.#since);
  }
}
