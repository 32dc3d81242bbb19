import assert from "node:assert/strict";
import { test } from "node:test";

import { Settling } from "../../static/js/helpers/settling.js";

const WIDTH = 1200;
const HEIGHT = 500;

function crowd(people, groups) {
  return Array.from({ length: people }, (_, n) => [(n * 2654435761).toString(16).slice(-8).padStart(8, "0"), n % groups]);
}

function settled(dots, lines = [], groups = 4) {
  const picture = new Settling();
  picture.size(WIDTH, HEIGHT);
  picture.show(dots, lines, groups);
  picture.settle();
  return picture;
}

const places = (picture) => picture.dots.map(({ id, x, y }) => [id, Math.round(x), Math.round(y)]);

test("all come to rest inside the picture", () => {
  for (const people of [1, 3, 300]) {
    const picture = settled(crowd(people, 4));
    assert.equal(picture.moves, false);
    for (const { x, y } of picture.dots) assert.ok(x > 0 && x < WIDTH && y > 0 && y < HEIGHT, `${x}, ${y}`);
  }
});

test("groups stand apart, and those whom nothing gathers too", () => {
  for (const groups of [0, 1, 2, 5, 7]) {
    const dots = crowd(90, groups + 1).map(([id, group]) => [id, group - 1]);
    const { dotsOf } = settled(dots, [], groups);
    const middles = [...dotsOf.values()].map((own) => [
      own.reduce((sum, { x }) => sum + x, 0) / own.length,
      own.reduce((sum, { y }) => sum + y, 0) / own.length,
    ]);
    assert.equal(middles.length, groups + 1);
    for (const [one, [x, y]] of middles.entries())
      for (const [otherX, otherY] of middles.slice(one + 1))
        assert.ok(Math.hypot(x - otherX, y - otherY) > HEIGHT / 4, `${groups}: ${x}, ${y}`);
  }
});

test("the name of a group stands over its dots in the upper row and under them in the lower", () => {
  const picture = settled(crowd(60, 4));
  for (const group of [0, 1, 2, 3]) {
    const name = picture.nameOf(group);
    for (const { y } of picture.dotsOf.get(group)) assert.ok(name.below ? name.y > y : name.y < y);
  }
  assert.deepEqual([0, 3].map((group) => picture.nameOf(group).below), [false, true]);
  assert.equal(picture.nameOf(9), null);
});

test("a newcomer moves nobody to the other side of the room", () => {
  const dots = crowd(40, 4);
  const picture = settled(dots.slice(0, 39));
  const before = new Map(picture.dots.map(({ id, x, y }) => [id, [x, y]]));
  picture.show(dots, [[0, 39]], 4);
  picture.settle();
  for (const { id, x, y } of picture.dots) {
    const [wasX, wasY] = before.get(id) ?? [x, y];
    assert.ok(Math.hypot(x - wasX, y - wasY) < HEIGHT / 4);
  }
});

test("the same people make the same picture", () => {
  assert.deepEqual(places(settled(crowd(30, 3))), places(settled(crowd(30, 3))));
});

test("another size keeps everyone where they were in it", () => {
  const picture = settled(crowd(30, 3));
  picture.size(WIDTH * 2, HEIGHT * 2);
  picture.settle();
  for (const { x, y } of picture.dots) assert.ok(x < WIDTH * 2 && y < HEIGHT * 2);
});

test("a picture that is shown before its size is known waits for it", () => {
  const picture = new Settling();
  picture.show(crowd(5, 1), [], 1);
  assert.equal(picture.radius, 0);
  picture.size(WIDTH, HEIGHT);
  assert.equal(picture.moves, true);
});

test("a picture that is shown before its size is known is the same as one shown after", () => {
  const picture = new Settling();
  picture.show(crowd(30, 3), [], 4);
  picture.settle();
  picture.size(WIDTH, HEIGHT);
  picture.settle();
  assert.deepEqual(places(picture), places(settled(crowd(30, 3))));
});
