const KEPT = "guests";
const FRESH = 60_000; // milliseconds a list is good for while there is a better one
const FORGET = 12 * 60 * 60_000; // the evening is over

/**
 * The guests who were not here when the kiosk was last asked, each {id, name, company, code, attention}: to find them while it
 * cannot be reached. They are kept in sessionStorage, so every page of this tab has them and closing the tab forgets
 * them; encrypting them would need a key beside them, and plain HTTP has no crypto.subtle.
 */
export class KeptGuests {
  #address;

  constructor(address) {
    this.#address = address;
  }

  /** The list, or an empty one. */
  all() {
    const { at, guests } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{"at": 0, "guests": []}');
    if (Date.now() - at < FORGET) return guests;
    sessionStorage.removeItem(KEPT);
    return [];
  }

  /** Asks for the list where the one here is not fresh. A screen that was removed has none any more. */
  async refresh() {
    const { at } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{"at": 0}');
    if (Date.now() - at < FRESH) return;
    const answer = await fetch(this.#address, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) sessionStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), guests: await answer.json() }));
    else if (answer?.status === 403) sessionStorage.removeItem(KEPT);
  }
}
