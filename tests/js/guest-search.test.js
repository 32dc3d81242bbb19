import assert from "node:assert/strict";
import { test } from "node:test";

import { badgeCode, findGuests, fold } from "../../static/js/helpers/guest-search.js";

const guests = [
  { name: "Lee Hoffmann", company: "Ana und Söhne" },
  { name: "Zoë Müller-Lüdenscheidt", company: "Gartenkunde" },
  { name: "Ana García", company: "Riverside Trust" },
  { name: "遠藤 涼平", company: "" },
  { name: "Jörg Groß", company: "" },
];
const found = (typed) => findGuests(guests, typed, 8).map(({ name }) => name);

test("a guest is found by the beginnings of words, in any order, accents and case ignored", () => {
  assert.deepEqual(found("garc an"), ["Ana García"]);
  assert.deepEqual(found("LÜD zoe"), ["Zoë Müller-Lüdenscheidt"]);
  assert.deepEqual(found("gross"), ["Jörg Groß"]);
  assert.deepEqual(found("遠"), ["遠藤 涼平"]);
});

test("a name comes before a company, and one of each may be mixed", () => {
  assert.deepEqual(found("an"), ["Ana García", "Lee Hoffmann"]);
  assert.deepEqual(found("ana trust"), ["Ana García"]);
});

test("one letter, the middle of a word or nothing finds nobody", () => {
  for (const typed of ["a", "", " ", "arcía", "an x"]) assert.deepEqual(found(typed), []);
});

test("no more are shown than asked for", () => {
  assert.equal(findGuests(guests, "an", 1).length, 1);
});

test("folding is the kiosk's own", () => {
  assert.equal(fold("Zoë  Müller-Lüdenscheidt"), "zoe muller ludenscheidt");
  assert.equal(fold("Łukasz Ørsted"), "lukasz orsted");
});

test("a badge is read from its address or its code, however it is spelled", () => {
  for (const scanned of ["HTTP://192.168.1.10:8080/B/7K3MQ2XW", "/b/7k3m-q2xw", " 7k3m q2xw ", "7K3MQ2XW"])
    assert.equal(badgeCode(scanned), "7K3MQ2XW");
  assert.equal(badgeCode("ollioilo"), "01110110");
  for (const other of ["https://luma.com/check-in/evt-Ab1?pk=g-Xy2", "7K3MQ2X", "7K3MQ2XU", ""])
    assert.equal(badgeCode(other), "");
});
