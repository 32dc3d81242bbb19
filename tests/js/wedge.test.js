import assert from "node:assert/strict";
import { test } from "node:test";

import { Wedge, characterAt } from "../../static/js/helpers/wedge.js";

const BADGE = "HTTP://192.168.1.10:8080/B/7K3MQ2XW";
// What the keys of an American keyboard give where the computer believes it has a French or a German one.
const FRENCH = { 7: "è", 3: '"', 2: "é", Q: "A", M: "?", W: "Z", ":": "M", "/": "!", ".": ":" };
const GERMAN = { Y: "Z", Z: "Y", ":": "Ö", "/": "-", "-": "ß", "=": "Dead" };

const PLACE = { ":": "Semicolon", "/": "Slash", ".": "Period", "-": "Minus", "=": "Equal", "?": "Slash", _: "Minus" };

/** The keys a scanner set to American presses for a text, as the browser tells them. */
function keys(text, { layout = {}, pace = 8, from = 1000 } = {}) {
  return [...text].map((character, place) => ({
    code: PLACE[character] ?? (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`),
    key: layout[character] ?? character,
    shiftKey: /[A-Z:?_]/.test(character),
    at: from + place * pace,
  }));
}

const press = (wedge, pressed) => pressed.map((key) => wedge.press(key)).find(Boolean) ?? null;
const enterAfter = (pressed, wait = 8) => ({ code: "Enter", key: "Enter", at: pressed.at(-1).at + wait });

for (const [name, layout] of Object.entries({ American: {}, French: FRENCH, German: GERMAN })) {
  test(`a badge is read whole where the computer has a ${name} keyboard`, () => {
    const pressed = keys(BADGE, { layout });
    assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed)]).code, BADGE);
  });
}

test("a scanner set to the computer's layout is read by what the layout made of its keys", () => {
  const pressed = keys("qr-2026", { layout: { q: "a", r: "r", "-": "6" } });
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed)]).typed, "ar62026");
});

test("every place of an American keyboard that prints is known, with shift and without", () => {
  const rows = ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"].join("");
  const places = [
    ...["Backquote", ..."1234567890".split("").map((digit) => `Digit${digit}`), "Minus", "Equal"],
    ...[..."QWERTYUIOP"].map((letter) => `Key${letter}`),
    ...["BracketLeft", "BracketRight", "Backslash"],
    ...[..."ASDFGHJKL"].map((letter) => `Key${letter}`),
    ...["Semicolon", "Quote", ...[..."ZXCVBNM"].map((letter) => `Key${letter}`), "Comma", "Period", "Slash"],
  ];
  assert.equal(places.map((place) => characterAt(place, false)).join(""), rows);
  assert.equal(characterAt("Digit2", true), "@");
  assert.equal(characterAt("Slash", true), "?");
  assert.equal(characterAt("Numpad7", false), "7");
  assert.equal(characterAt("ShiftLeft", true), "");
  assert.equal(characterAt("F5", false), "");
});

test("someone who types a name and presses Enter is no scanner, however quick", () => {
  const pressed = keys("garcia", { pace: 70 });
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed, 70)]), null);
});

test("a few keys at a scanner's pace are a quick hand", () => {
  const pressed = keys("anna");
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed)]), null);
});

test("a key that is held down is no code", () => {
  const pressed = keys("aaaaaaaaaa", { pace: 30 }).map((key, place) => ({ ...key, repeat: place > 0 }));
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed)]), null);
});

test("a stray key before a scan does not spoil it", () => {
  const pressed = keys("7K3MQ2XW");
  const stray = { code: "KeyX", key: "x", at: 1000 - 101 };
  assert.equal(press(new Wedge(), [stray, ...pressed, enterAfter(pressed)]).code, "7K3MQ2XW");
});

test("keys that print nothing are not part of a code and do not end it", () => {
  const pressed = keys("7K3MQ2XW").flatMap((key) => [{ code: "ShiftLeft", key: "Shift", at: key.at }, key]);
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed)]).code, "7K3MQ2XW");
});

test("a scanner that ends with no key is read when it has been idle", () => {
  const wedge = new Wedge();
  const pressed = keys("7K3MQ2XW");
  press(wedge, pressed);
  assert.equal(wedge.finish(pressed.at(-1).at + Wedge.IDLE).code, "7K3MQ2XW");
  assert.equal(wedge.finish(pressed.at(-1).at + 2 * Wedge.IDLE), null, "it is read once");
});

test("Enter long after the keys does not make a scan of them", () => {
  const pressed = keys("7K3MQ2XW");
  assert.equal(press(new Wedge(), [...pressed, enterAfter(pressed, 400)]), null);
});
