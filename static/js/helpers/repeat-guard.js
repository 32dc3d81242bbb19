const SAME_AGAIN = 3_000; // milliseconds; a badge is held before a camera for about as long

/** Of a code that is read again and again, the first time counts: until it has not been read for a while. */
export class RepeatGuard {
  #last;
  #seenAt;

  /** @param {string} last the code that was read last, if it may still be held there now, at a time in milliseconds */
  constructor(last = "", at = -Infinity) {
    this.#last = last;
    this.#seenAt = at;
  }

  /** Whether this reading is a new one. */
  isNew(code, at) {
    const isSame = code === this.#last && at - this.#seenAt < SAME_AGAIN;
    this.#last = code;
    this.#seenAt = at;
    return !isSame;
  }
}
