const SAME_AGAIN = 2_500; // milliseconds; a badge is held before a camera for about as long

/** Of a code that is read again and again, the first time counts: until it has not been read for a while. */
export class RepeatGuard {
  #last = "";
  #seenAt = -Infinity;

  /** Whether this reading, at a time in milliseconds, is a new one. */
  isNew(code, at) {
    const isSame = code === this.#last && at - this.#seenAt < SAME_AGAIN;
    this.#last = code;
    this.#seenAt = at;
    return !isSame;
  }
}
