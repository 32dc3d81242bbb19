import assert from "node:assert/strict";
import { test } from "node:test";

import { placeAt, placeTyped } from "../../static/js/helpers/plan.js";

test("a spot let go of in the room has its place there, in whole numbers", () => {
  assert.deepEqual(placeAt({ x: 19.6, y: 75.2 }), { across: 20, down: 75 });
});

test("past a wall is at the wall", () => {
  assert.deepEqual(placeAt({ x: -4, y: 103 }), { across: 0, down: 100 });
});

test("let go of below the room it has no place", () => {
  assert.equal(placeAt({ x: 50, y: 112 }), null);
});

test("a place is typed with both its numbers, and lies in the room", () => {
  assert.deepEqual(placeTyped("0", "75.5"), { across: 0, down: 75.5 });
  for (const [across, down] of [["", "5"], ["5", " "], ["101", "5"], ["5", "x"]]) assert.equal(placeTyped(across, down), null);
});
