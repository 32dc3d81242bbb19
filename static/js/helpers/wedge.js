/**
 * Tells a scanner that types (a "keyboard wedge") from a person who types, and reads what it scanned.
 *
 * Such a scanner presses the keys of an American keyboard, whatever the computer's layout makes of them: AZERTY turns
 * "7K3M" into "è<3;" and QWERTZ turns "/b/" into "-b-". So the key's place (KeyboardEvent.code) is read, and what the
 * layout made of it beside that, for a scanner that was set to the layout.
 */

const IDLE = 100; // milliseconds without a key, after which whatever comes is a new beginning
const SCANNER_PACE = 50; // milliseconds a key at most; twenty keys a second are more than anyone types
const SHORTEST = 6; // characters; a burst of fewer may be a quick hand

const PLAIN = "`1234567890-=[]\\;',./ ";
const SHIFTED = '~!@#$%^&*()_+{}|:"<>? ';
const PLACES = [
  ...["Backquote", ..."1234567890".split("").map((digit) => `Digit${digit}`), "Minus", "Equal", "BracketLeft"],
  ...["BracketRight", "Backslash", "Semicolon", "Quote", "Comma", "Period", "Slash", "Space"],
];

/** The character an American keyboard has in this place, or "" where it has none. */
export function characterAt(code, shift) {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const number = /^Numpad(\d)$/.exec(code)?.[1];
  if (number) return number;
  return (shift ? SHIFTED : PLAIN)[PLACES.indexOf(code)] ?? "";
}

const ends = (code) => code === "Enter" || code === "NumpadEnter" || code === "Tab";

export class Wedge {
  #keys = [];

  /**
   * Takes one pressed key in, with its time in milliseconds.
   * @returns {{code: string, typed: string} | null} what was scanned, if this key ended it
   */
  press({ code, key, shiftKey = false, repeat = false, at }) {
    if (ends(code)) return this.finish(at);
    const character = characterAt(code, shiftKey);
    if (repeat || !this.isUnderWay(at)) this.#keys = []; // a key that is held down repeats as fast as a scanner types
    if (character) this.#keys.push({ character, key, at });
    return null;
  }

  /** What was scanned up to now, for a scanner that ends with no key; call it after IDLE. Begins anew either way. */
  finish(at) {
    const keys = this.#keys;
    const last = keys.at(-1)?.at;
    this.#keys = [];
    if (keys.length < SHORTEST || at - last > 2 * IDLE) return null; // twice: a busy tablet's timers come late
    if ((last - keys[0].at) / (keys.length - 1) > SCANNER_PACE) return null;
    const code = keys.map(({ character }) => character).join("");
    const typed = keys.map(({ key }) => (key?.length === 1 ? key : "")).join("");
    return { code, typed };
  }

  /** Whether a key now would belong to those before it. */
  isUnderWay(at) {
    return this.#keys.length > 0 && at - this.#keys.at(-1).at <= IDLE;
  }
}

Wedge.IDLE = IDLE;
