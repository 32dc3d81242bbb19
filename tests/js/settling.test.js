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

test("groups stand apart", () => {
  const picture = settled(crowd(60, 2), [], 2);
  const middle = (group) => {
    const own = picture.dots.filter((dot) => dot.group === group);
    return own.reduce((sum, { y }) => sum + y, 0) / own.length;
  };
  assert.ok(middle(1) - middle(0) > HEIGHT / 4);
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
