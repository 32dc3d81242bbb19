import assert from "node:assert/strict";
import { test } from "node:test";

import { Sequence } from "../../static/js/helpers/sequence.js";

test("an older or repeated painting of a region is dropped", () => {
  const sequence = new Sequence();
  assert.equal(sequence.isNews("me", 4), true);
  assert.equal(sequence.isNews("me", 4), false);
  assert.equal(sequence.isNews("me", 3), false);
  assert.equal(sequence.isNews("me", 5), true);
});

test("each region counts for itself", () => {
  const sequence = new Sequence();
  assert.equal(sequence.isNews("room", 9), true);
  assert.equal(sequence.isNews("me", 1), true);
});

test("after a new connection any number is news", () => {
  const sequence = new Sequence();
  sequence.isNews("me", 900);
  sequence.restart();
  assert.equal(sequence.isNews("me", 0), true);
});
