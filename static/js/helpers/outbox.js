/**
 * What was done at a door while the kiosk could not be reached: kept on the tablet, sent in order, each exactly once.
 *
 * A deed is {key, at, …}: `key` is drawn by the tablet, so that what is sent twice is done once; `at` is the tablet's
 * time in milliseconds. It leaves the shelf when the kiosk has done it. One that the kiosk refuses stays, with the
 * kiosk's sentence as `refused`, until a person has read it and puts it away.
 */
export class Outbox {
  #shelf;
  #send;
  #changed;
  #run = null;

  /**
   * @param shelf keeps deeds in order, over closing the page: add(deed), all(), replace(deed), remove(key), all async
   * @param send async (deed) => "" once it is done, a sentence where it is refused; throws where nobody answered
   * @param changed called whenever what is kept has changed
   */
  constructor(shelf, send, changed = () => {}) {
    this.#shelf = shelf;
    this.#send = send;
    this.#changed = changed;
  }

  /** Resolves when it is safely kept: only then may anyone be told so. */
  async keep(deed) {
    await this.#shelf.add(deed);
    this.#changed();
  }

  /** All deeds, in order: those that wait, and those with a `refused`. */
  kept() {
    return this.#shelf.all();
  }

  async waiting() {
    return (await this.kept()).filter(({ refused }) => !refused);
  }

  /** Takes a deed off the shelf: one that waits was a slip of the finger, one that was refused has been read. */
  async putAway(key) {
    await this.#shelf.remove(key);
    this.#changed();
  }

  /** Sends all that waits, and stops at the first that gets no answer. Asked while it runs, it is the same run. */
  send() {
    this.#run ??= this.#sendInOrder().finally(() => (this.#run = null));
    return this.#run;
  }

  async #sendInOrder() {
    for (let next = await this.#first(); next; next = await this.#first()) {
      const sentence = await this.#send(next);
      if (sentence) await this.#shelf.replace({ ...next, refused: sentence });
      else await this.#shelf.remove(next.key);
      this.#changed();
    }
  }

  async #first() {
    return (await this.waiting())[0];
  }
}
