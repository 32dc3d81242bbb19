import assert from "node:assert/strict";
import { test } from "node:test";

import { RepeatGuard } from "../../static/js/helpers/repeat-guard.js";

test("the same code within moments is one reading, and another code or a later time is a new one", () => {
  const guard = new RepeatGuard();
  assert.equal(guard.isNew("A", 0), true);
  assert.equal(guard.isNew("A", 2000), false);
  assert.equal(guard.isNew("A", 4500), false, "it was never out of sight for long");
  assert.equal(guard.isNew("A", 7600), true);
  assert.equal(guard.isNew("B", 7700), true);
  assert.equal(guard.isNew("A", 7800), true);
});

test("what the page before read is not new on this one", () => {
  const guard = new RepeatGuard("A", 0);
  assert.equal(guard.isNew("A", 1500), false);
  assert.equal(guard.isNew("A", 6000), true);
});
