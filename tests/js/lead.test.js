import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { Lead } from "../../static/js/helpers/lead.js";

const open = [];
const tab = () => {
  const channel = new BroadcastChannel("test");
  const lead = new Lead(channel);
  open.push(channel);
  return { lead, close: () => lead.leave() ?? channel.close() };
};
const settled = () => pause(30);

afterEach(() => open.splice(0).forEach((channel) => channel.close()));

test("the tab opened last leads, alone", async () => {
  const tabs = [];
  for (let count = 0; count < 3; count++) {
    tabs.push(tab());
    await settled();
  }
  assert.deepEqual(tabs.map(({ lead }) => lead.leads), [false, false, true]);
});

test("the tab one turns to leads", async () => {
  const [first, second] = [tab(), (await settled(), tab())];
  await settled();
  first.lead.take();
  await settled();
  assert.deepEqual([first.lead.leads, second.lead.leads], [true, false]);
});

test("when the tab that leads is closed, the one before it does", async () => {
  const tabs = [];
  for (let count = 0; count < 3; count++) {
    tabs.push(tab());
    await settled();
  }
  tabs[2].close();
  await settled();
  assert.deepEqual(tabs.slice(0, 2).map(({ lead }) => lead.leads), [false, true]);
});

test("a tab that hears of no others leads for itself", () => {
  const alone = new Lead();
  alone.take();
  alone.leave();
  assert.equal(alone.leads, true);
});
