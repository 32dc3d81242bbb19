import assert from "node:assert/strict";
import { test } from "node:test";

import { Intents, randomKey } from "../../static/js/helpers/intents.js";

const noteOn = (words) => Intents.name("/meetings/7/note", [["note", words]]);

test("a key is 128 random bits", () => {
  assert.match(randomKey(), /^[0-9a-f]{32}$/);
  assert.equal(new Set(Array.from({ length: 500 }, randomKey)).size, 500);
});

test("a deed that was not answered is sent again under the same key", () => {
  const intents = new Intents();
  assert.equal(intents.key(noteOn("seed catalogue")), intents.key(noteOn("seed catalogue")));
});

test("once answered, the same words are a new deed", () => {
  const intents = new Intents();
  const first = intents.key(noteOn("seed catalogue"));
  intents.answered(noteOn("seed catalogue"));
  assert.notEqual(intents.key(noteOn("seed catalogue")), first);
});

test("an answer to one deed leaves the key of another", () => {
  const intents = new Intents();
  const waiting = intents.key(noteOn("seed catalogue"));
  intents.key(noteOn("her book"));
  intents.answered(noteOn("her book"));
  assert.equal(intents.key(noteOn("seed catalogue")), waiting);
});

test("other words, another address or another button are another deed", () => {
  const names = [
    noteOn("seed catalogue"),
    noteOn("her book"),
    Intents.name("/meetings/8/note", [["note", "seed catalogue"]]),
    Intents.name("/prompts/1", [["answer", "yes"]]),
    Intents.name("/prompts/1", [["answer", "no"]]),
  ];
  assert.equal(new Set(names).size, names.length);
});

test("the key itself and the CSRF token do not make a deed another one", () => {
  const said = ["note", "seed catalogue"];
  const before = Intents.name("/note", [["csrf_token", "a"], said, ["request_key", ""]]);
  const after = Intents.name("/note", [["csrf_token", "b"], said, ["request_key", "9f"]]);
  assert.equal(before, after);
});

test("two files of different names are two deeds", () => {
  const sent = (name) => Intents.name("/import", [["list", new File(["name\nAna"], name)]]);
  assert.notEqual(sent("a.csv"), sent("b.csv"));
});
