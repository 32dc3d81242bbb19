/** What two spellings of one name share: case, accents, width and punctuation set aside, as the kiosk does it. */
export function fold(text) {
  const letters = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKD"); // through capitals: ß is ss
  return letters
    .replace(/\p{Mn}/gu, "")
    .replace(/[øđłı]/g, (letter) => ({ ø: "o", đ: "d", ł: "l", ı: "i" })[letter])
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** The badge code in what was scanned or typed, or "": our address on a badge, or the eight characters alone. */
export function badgeCode(scanned) {
  const code = /^(?:https?:\/\/[^/\s]+)?\/b\/([^/?#\s]+)\/?$/i.exec(scanned.trim())?.[1] ?? scanned.trim();
  const read = code.toUpperCase().replace(/[-\s]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(read) ? read : "";
}

/**
 * Guests, each {id, name, company, code}, with a word that begins with it for every word typed; names come first.
 * Two letters are needed, or one sign of a script that writes words in one.
 */
export function findGuests(guests, typed, most) {
  const words = fold(typed).split(" ");
  const letters = words.join("");
  if (letters.length < 2 && !/[\u2e80-\u{3ffff}]/u.test(letters)) return [];
  const begins = (text) => words.filter((word) => ` ${fold(text)}`.includes(` ${word}`));
  const found = [];
  for (const guest of guests) {
    const inName = begins(guest.name);
    const inEither = new Set([...inName, ...begins(guest.company)]);
    if (inEither.size === new Set(words).size) found.push({ guest, byName: inName.length === words.length });
  }
  found.sort((one, other) => other.byName - one.byName || one.guest.name.localeCompare(other.guest.name));
  return found.slice(0, most).map(({ guest }) => guest);
}
