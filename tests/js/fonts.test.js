import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { coverage, fontFaces, fontFiles, lightFontFiles } from "../../static/fonts.mjs";
import { inspect } from "../../static/woff2.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = fontFiles(root);
const drawing = (letter) =>
  coverage(files).filter(({ ranges }) =>
    ranges.some(([first, last]) => first <= letter.codePointAt() && letter.codePointAt() <= last),
  );

test("every letter of these names has a font", () => {
  for (const name of [
    "Zoë Müller-Lüdenscheidt",
    "Łukasz",
    "Nguyễn Thị Ánh",
    "Björk Jónsdóttir",
    "Ольга",
    "Ελένη",
    "ऋषि शर्मा",
    "יוסף",
    "محمد علي",
    "小龙",
    "高橋さくら",
    "김민준",
    "🐝",
  ]) {
    for (const letter of name) assert.notEqual(drawing(letter).length, 0, `${letter} of ${name}`);
  }
});

test("the headline font comes first for Latin, and claims nothing it cannot draw", () => {
  assert.equal(drawing("ë")[0].family, "Bricolage Grotesque");
  assert.equal(drawing("Ж")[0].family, "Noto Sans");
  assert.equal(drawing("م")[0].family, "Noto Sans Arabic");
  assert.equal(drawing("\u{10ffff}").length, 0);
});

test("every font says how heavy it can be", () => {
  for (const { file, axes } of coverage(files)) {
    const weight = axes.find(({ tag }) => tag === "wght");
    assert.ok(weight.min <= 400 && weight.max >= 700, file);
  }
});

test("a page is told of every file, and of none elsewhere", () => {
  const faces = fontFaces(files);
  for (const { file } of files) assert.ok(faces.includes(`url(fonts/${file})`));
  assert.doesNotMatch(faces, /https?:/);
});

test("phones get light faces that draw what they claim, and every Latin name in Europe", async () => {
  const light = await lightFontFiles(root);
  assert.deepEqual([...new Set(light.map(({ family }) => family))], ["Bricolage Grotesque", "Atkinson Hyperlegible Next"]);
  for (const family of new Set(light.map((font) => font.family))) {
    const drawn = new Set(light.filter((font) => font.family === family).flatMap(({ bytes }) => [...inspect(bytes).points]));
    for (const letter of "Zoë Müller-Lüdenscheidt Łukasz Çağla Œuvre Şerban Žižek Ștefan “Go” ‘it’s’ „so“ 12:30 €…")
      assert.ok(drawn.has(letter.codePointAt()), `${letter} in ${family}`);
  }
  const first = light.filter(({ file }) => file.includes("-latin-light-"));
  assert.ok(first.reduce((sum, { bytes }) => sum + bytes.length, 0) < 25_000);
});
