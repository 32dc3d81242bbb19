import assert from "node:assert/strict";
import { test } from "node:test";

import { isFilledIn, isSameField } from "../../static/js/helpers/field.js";

const form = (action) => ({ getAttribute: (name) => (name === "action" ? action : null) });
const field = (more) => ({
  localName: "input",
  type: "text",
  name: "note",
  value: "",
  defaultValue: "",
  form: form("/note"),
  ...more,
});
const select = (chosen, painted) => ({
  localName: "select",
  selectedIndex: chosen,
  options: ["bar", "plant", "table"].map((_, index) => ({ defaultSelected: index === painted })),
});

test("a field is itself when name and form are the same", () => {
  assert.equal(isSameField(field(), field({ value: "typed" })), true);
  assert.equal(isSameField(field(), field({ name: "offer" })), false);
  assert.equal(isSameField(field(), field({ form: form("/offers") })), false);
});

test("a tick box is itself only with the same value", () => {
  const box = (value) => field({ type: "checkbox", name: "purpose", value });
  assert.equal(isSameField(box("learn"), box("learn")), true);
  assert.equal(isSameField(box("learn"), box("listen")), false);
});

test("hidden fields and words are the server's alone", () => {
  assert.equal(isSameField(field({ type: "hidden" }), field({ type: "hidden" })), false);
  assert.equal(isSameField(field({ localName: "p" }), field({ localName: "p" })), false);
});

test("a field is filled in once it differs from what was painted", () => {
  assert.equal(isFilledIn(field({ value: "bees", defaultValue: "bees" })), false);
  assert.equal(isFilledIn(field({ value: "bees and honey", defaultValue: "bees" })), true);
  assert.equal(isFilledIn(field({ type: "checkbox", value: "on", checked: false, defaultChecked: false })), false);
  assert.equal(isFilledIn(field({ type: "checkbox", value: "on", checked: true, defaultChecked: false })), true);
});

test("a list is filled in once another choice is made, its first being the one nobody made", () => {
  assert.equal(isFilledIn(select(0, -1)), false);
  assert.equal(isFilledIn(select(2, -1)), true);
  assert.equal(isFilledIn(select(1, 1)), false);
});
