import assert from "node:assert/strict";
import { test } from "node:test";

import { Outbox } from "../../static/js/helpers/outbox.js";

/** Keeps deeds in order, and lives on when the page that made it is closed. */
class Shelf {
  kept = [];
  add = async (deed) => void this.kept.push(deed);
  all = async () => [...this.kept];
  replace = async (deed) => void (this.kept = this.kept.map((old) => (old.key === deed.key ? deed : old)));
  remove = async (key) => void (this.kept = this.kept.filter((deed) => deed.key !== key));
}

/** A kiosk that checks people in, each key once, and can be out of reach. */
class Kiosk {
  here = [];
  done = new Map();
  reached = true;
  answersLost = 0;
  send = async ({ key, name }) => {
    if (!this.reached) throw new TypeError("Failed to fetch");
    if (!this.done.has(key)) {
      const already = this.here.includes(name);
      if (!already) this.here.push(name);
      this.done.set(key, already ? `${name} was in already.` : "");
    }
    if (this.answersLost-- > 0) throw new TypeError("Failed to fetch");
    return this.done.get(key);
  };
}

const names = (deeds) => deeds.map(({ name }) => name);
const keep = (outbox, ...all) => all.reduce((kept, name) => kept.then(() => outbox.keep({ key: name, name })), Promise.resolve());

test("what was kept is sent in order once the kiosk is back, and leaves the shelf", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  kiosk.reached = false;
  const outbox = new Outbox(shelf, kiosk.send);
  await keep(outbox, "Ana", "Ben", "Zoë");
  await assert.rejects(outbox.send());
  assert.deepEqual(names(await outbox.waiting()), ["Ana", "Ben", "Zoë"]);
  kiosk.reached = true;
  await outbox.send();
  assert.deepEqual(kiosk.here, ["Ana", "Ben", "Zoë"]);
  assert.deepEqual(await outbox.waiting(), []);
});

test("a deed whose answer was lost is sent again and done once", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  kiosk.answersLost = 1;
  const outbox = new Outbox(shelf, kiosk.send);
  await keep(outbox, "Ana", "Ben");
  await assert.rejects(outbox.send());
  await outbox.send();
  assert.deepEqual(kiosk.here, ["Ana", "Ben"]);
  assert.deepEqual(await outbox.kept(), [], "it is no conflict with itself");
});

test("the page may be closed in between: another one sends what the shelf holds", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  await keep(new Outbox(shelf, kiosk.send), "Ana", "Ben");
  await new Outbox(shelf, kiosk.send).send();
  assert.deepEqual(kiosk.here, ["Ana", "Ben"]);
});

test("a refused deed is kept with its reason, is not sent again, and holds nobody up", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  kiosk.here.push("Ana");
  const outbox = new Outbox(shelf, kiosk.send);
  await keep(outbox, "Ana", "Ben");
  await outbox.send();
  await outbox.send();
  assert.deepEqual(kiosk.here, ["Ana", "Ben"]);
  assert.deepEqual(
    (await outbox.kept()).map(({ refused }) => refused),
    ["Ana was in already."],
  );
  assert.equal(kiosk.done.size, 2);
  await outbox.putAway("Ana");
  assert.deepEqual(shelf.kept, []);
});

test("asked to send while it sends, it sends once", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  let sent = 0;
  const outbox = new Outbox(shelf, (deed) => (sent++, kiosk.send(deed)));
  await keep(outbox, "Ana", "Ben");
  await Promise.all([outbox.send(), outbox.send()]);
  assert.equal(sent, 2);
});

test("what is kept while it sends is sent in the same run", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  const outbox = new Outbox(shelf, async (deed) => {
    if (deed.name === "Ana") await keep(outbox, "Ben");
    return kiosk.send(deed);
  });
  await keep(outbox, "Ana");
  await outbox.send();
  assert.deepEqual(kiosk.here, ["Ana", "Ben"]);
});

test("a slip of the finger can be taken back before it is sent", async () => {
  const [shelf, kiosk] = [new Shelf(), new Kiosk()];
  const outbox = new Outbox(shelf, kiosk.send);
  await keep(outbox, "Ana", "Ben");
  await outbox.putAway("Ana");
  await outbox.send();
  assert.deepEqual(kiosk.here, ["Ben"]);
});

test("whoever shows the shelf hears of every change", async () => {
  let told = 0;
  const outbox = new Outbox(new Shelf(), new Kiosk().send, () => told++);
  await keep(outbox, "Ana", "Ben");
  await outbox.send();
  assert.equal(told, 4);
});
