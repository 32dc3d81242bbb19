// The fonts, in order of preference. Pages load them slice by slice (unicode-range); badges use the same files.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import subsetFont from "subset-font";

import { inspect } from "./woff2.mjs";

const SCRIPTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "devanagari"];
const NUMBERED = /^\[\d+\]$/; // how Fontsource names the slices of large fonts

// `wide` fonts are for the venue's own screens: phones bring Chinese, Japanese, Korean and emoji with them,
// a laptop may not.
export const FONTS = [
  {
    name: "bricolage-grotesque",
    family: "Bricolage Grotesque",
    axes: "opsz",
    slices: ["latin", "latin-ext", "vietnamese"],
  },
  {
    name: "atkinson-hyperlegible-next",
    family: "Atkinson Hyperlegible Next",
    axes: "wght",
    slices: ["latin", "latin-ext"],
  },
  { name: "noto-sans", family: "Noto Sans", axes: "wght", slices: SCRIPTS },
  { name: "noto-sans-hebrew", family: "Noto Sans Hebrew", axes: "wght", slices: ["hebrew"] },
  { name: "noto-sans-arabic", family: "Noto Sans Arabic", axes: "wght", slices: ["arabic"] },
  { name: "noto-sans-sc", family: "Noto Sans SC", axes: "wght", slices: NUMBERED, wide: true },
  { name: "noto-sans-jp", family: "Noto Sans JP", axes: "wght", slices: NUMBERED, wide: true },
  { name: "noto-sans-kr", family: "Noto Sans KR", axes: "wght", slices: NUMBERED, wide: true },
  { name: "noto-emoji", family: "Noto Emoji", axes: "wght", slices: NUMBERED, wide: true },
];

// For guests' phones, whose first page must be small: the two Latin faces alone, cut down to the letters of Europe, the
// weights a phone shows and one optical size, without kerning. Phones bring every other script with them.
const LETTERS = {
  latin: "20-7e a0 a1 a7 ab b0 b7 bb bf-ff 152-153 2013-2014 2018-201e 2026 2039-203a 20ac",
  "latin-ext": "100-151 154-17f 218-21b 1e9e",
};
const LIGHT = [
  { name: "bricolage-grotesque", axes: { opsz: 40, wght: 700 } },
  { name: "atkinson-hyperlegible-next", axes: { wght: { min: 400, max: 700 } } },
];

/** The font files for phones: {file, bytes, family, weights, unicodeRange}. */
export function lightFontFiles(root) {
  return Promise.all(
    LIGHT.flatMap(({ name, axes }) =>
      Object.entries(LETTERS).map(async ([slice, letters]) => {
        const { family, axes: cut } = FONTS.find((font) => font.name === name);
        const whole = readFileSync(source(root, name, slice, cut));
        const options = { targetFormat: "woff2", variationAxes: axes, keepFeatures: ["tnum"], noHinting: true };
        const bytes = await subsetFont(whole, spelled(letters), options);
        const { min, max } = typeof axes.wght === "number" ? { min: axes.wght, max: axes.wght } : axes.wght;
        const unicodeRange = letters.replace(/(^| )/g, "$1U+").replaceAll(" ", ",");
        const file = `${name}-${slice}-light-${hash(bytes)}.woff2`;
        return { file, bytes, family, weights: `${min} ${max}`, unicodeRange };
      }),
    ),
  );
}

/** Every character of hexadecimal ranges: "41-43 45" is "ABCE". */
function spelled(letters) {
  const points = letters.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-").map((point) => parseInt(point, 16));
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
  return String.fromCodePoint(...points);
}

const source = (root, name, slice, axes) =>
  `${root}/node_modules/@fontsource-variable/${name}/files/${name}-${slice}-${axes}-normal.woff2`;

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 8);

/** Every font file to ship whole: {file, bytes, family, wide, weights, unicodeRange, axes, ranges}. */
export function fontFiles(root) {
  return FONTS.flatMap(({ name, family, axes, slices, wide = false }) => {
    const folder = `${root}/node_modules/@fontsource-variable/${name}`;
    const declared = JSON.parse(readFileSync(`${folder}/unicode.json`, "utf8"));
    const wanted = Array.isArray(slices) ? slices : Object.keys(declared).filter((key) => slices.test(key));
    return wanted.map((slice) => {
      const bytes = readFileSync(source(root, name, slice.replace(/[[\]]/g, ""), axes));
      const found = inspect(bytes);
      const { min, max } = found.axes.find((axis) => axis.tag === "wght");
      return {
        file: `${name}-${slice.replace(/[[\]]/g, "")}-${axes}-normal-${hash(bytes)}.woff2`,
        bytes,
        family,
        wide,
        weights: `${min} ${max}`,
        unicodeRange: declared[slice],
        axes: found.axes,
        ranges: toRanges(found.points),
      };
    });
  });
}

/** The @font-face rules; `root` of the urls is static/dist/, where the bundled styles stand. */
export function fontFaces(files) {
  return files
    .map(
      ({ file, family, weights, unicodeRange }) =>
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weights};font-display:swap;` +
        `src:url(fonts/${file}) format("woff2");unicode-range:${unicodeRange}}\n`,
    )
    .join("");
}

/** What kiosk/badges reads: which file draws which code points (taken from the fonts themselves), best first. */
export function coverage(files) {
  return files.map(({ file, family, axes, ranges }) => ({
    file,
    family,
    weight: "variable",
    style: "normal",
    axes,
    ranges,
  }));
}

function toRanges(points) {
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
