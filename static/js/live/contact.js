const ASK_EVERY = 10_000; // milliseconds, while the kiosk answers
const ASK_AGAIN = 2_500; // while it does not
const PATIENCE = 3_000;
const LATE = 1_000; // no timer comes so late, unless the tablet slept

/**
 * Whether the kiosk can be reached. It is asked every so often, since a tablet whose laptop is gone notices nothing by
 * itself for a long time. Calls `changed` when it is lost and when it is back, and `asked` after every answer.
 */
export class Contact {
  reached = true;
  lastAt = Date.now();
  #address;
  #changed;
  #asked;
  #timer;
  #asking = null;

  constructor(address, changed, asked) {
    this.#address = address;
    this.#changed = changed;
    this.#asked = asked;
    for (const event of ["offline", "online", "pageshow"]) addEventListener(event, () => this.ask());
    this.ask();
  }

  /** Asks at once: something was not answered. */
  ask() {
    clearTimeout(this.#timer);
    this.#asking ??= this.#answers().then((reached) => {
      this.#asking = null;
      this.#timer = setTimeout(() => this.ask(), reached ? ASK_EVERY : ASK_AGAIN);
      if (reached) this.lastAt = Date.now();
      const isNew = reached !== this.reached;
      this.reached = reached;
      if (isNew) this.#changed();
      if (reached) this.#asked();
    });
    return this.#asking;
  }

  async #answers() {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    const until = Date.now() + PATIENCE;
    try {
      return (await fetch(this.#address, { cache: "no-store", signal: patience.signal })).ok;
    } catch {
      return Date.now() > until + LATE && this.#answers(); // it asked in its sleep, where no answer could come
    } finally {
      clearTimeout(timer);
    }
  }
}
