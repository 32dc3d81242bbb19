import assert from "node:assert/strict";
import { test } from "node:test";

import { minutesAndSeconds, untilNextSecond } from "../../static/js/helpers/clock.js";

test("eighty-four seconds read 1:24", () => {
  assert.equal(minutesAndSeconds(84), "1:24");
  assert.equal(minutesAndSeconds(5), "0:05");
  assert.equal(minutesAndSeconds(600), "10:00");
});

test("a second that has begun is shown until it is over", () => {
  assert.equal(minutesAndSeconds(59.001), "1:00");
  assert.equal(minutesAndSeconds(0.2), "0:01");
});

test("a countdown stops at 0:00", () => {
  assert.equal(minutesAndSeconds(0), "0:00");
  assert.equal(minutesAndSeconds(-3.5), "0:00");
});

test("the next tick comes when the shown second changes", () => {
  for (const left of [1, 250, 999, 1000, 1001, 83_999, 84_000]) {
    const wait = untilNextSecond(left);
    assert.ok(wait > 0 && wait <= 1000);
    const shown = minutesAndSeconds(left / 1000);
    assert.equal(minutesAndSeconds((left - wait + 0.5) / 1000), shown);
    if (left - wait > 0) assert.notEqual(minutesAndSeconds((left - wait) / 1000), shown);
  }
});
