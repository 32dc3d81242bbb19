/** A fresh random key. crypto.randomUUID is missing on plain HTTP, where most phones are. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What a person wants, each with its request key. The same deed with the same words keeps its key until it is answered,
 * however often it must be sent: the server then does it once. Wanted again after the answer, it is a new deed.
 */
export class Intents {
  #keys = new Map();

  /** @param {string} address @param {Iterable<[string, unknown]>} fields what would be sent, in order */
  static name(address, fields) {
    const said = [...fields].filter(([field]) => field !== "request_key" && field !== "csrf_token");
    return JSON.stringify([address, said.map(([field, value]) => [field, String(value?.name ?? value)])]);
  }

  key(intent) {
    if (!this.#keys.has(intent)) this.#keys.set(intent, randomKey());
    return this.#keys.get(intent);
  }

  answered(intent) {
    this.#keys.delete(intent);
  }
}
