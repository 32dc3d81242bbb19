import assert from "node:assert/strict";
import { test } from "node:test";

import { deedOf, isSameDeed } from "../../static/js/helpers/deed.js";

const guests = [{ id: "ana", name: "Ana García", code: "7K3MQ2XW" }];
const deed = (fields, who = "") => deedOf(Object.entries({ csrf_token: "t", request_key: "k", ...fields }), who, guests);

test("a tap on a guest is kept under their name", () => {
  assert.deepEqual(deed({ attendee_id: "ben" }, "Ben"), { said: "Ben", fields: { attendee_id: "ben" } });
});

test("a badge of somebody the tablet knows is them, and any other code is looked up later", () => {
  const badge = { code: "HTTP://10.0.0.9/B/7K3MQ2XW", typed: "HTTPM!!" };
  assert.deepEqual(deed(badge), { said: "Ana García", fields: { attendee_id: "ana" } });
  const ticket = { code: "g-zoe", typed: "g)zoe" };
  assert.deepEqual(deed(ticket), { said: "g-zoe", fields: ticket });
});

test("a walk-in is kept by the name that was typed", () => {
  assert.deepEqual(deed({ name: " Dora Maar " }), { said: "Dora Maar", fields: { name: " Dora Maar " } });
});

test("the same guest twice is one deed, and two walk-ins of one name are two", () => {
  assert.ok(isSameDeed(deed({ attendee_id: "ana" }), deed({ code: "7k3mq2xw", typed: "" })));
  assert.ok(!isSameDeed(deed({ attendee_id: "ana" }), deed({ attendee_id: "ben" })));
  assert.ok(!isSameDeed(deed({ name: "Ana" }), deed({ name: "Ana" })));
});
