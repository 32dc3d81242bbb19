/** Keeps an older painting of a region from covering a newer one. */
export class Sequence {
  #last = new Map();

  /** Whether the painting numbered `seq` is news for this region; remembers it if so. */
  isNews(region, seq) {
    if (seq <= (this.#last.get(region) ?? -Infinity)) return false;
    this.#last.set(region, seq);
    return true;
  }

  /** A new connection counts anew: the kiosk may have been restarted. */
  restart() {
    this.#last.clear();
  }
}
