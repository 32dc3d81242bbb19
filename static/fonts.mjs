// The fonts, in order of preference. Pages load them slice by slice (unicode-range); badges use the same files.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

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

/** Every font file to ship: {file, bytes, family, wide, weights, unicodeRange, axes, ranges}. */
export function fontFiles(root) {
  return FONTS.flatMap(({ name, family, axes, slices, wide = false }) => {
    const folder = `${root}/node_modules/@fontsource-variable/${name}`;
    const declared = JSON.parse(readFileSync(`${folder}/unicode.json`, "utf8"));
    const wanted = Array.isArray(slices) ? slices : Object.keys(declared).filter((key) => slices.test(key));
    return wanted.map((slice) => {
      const source = `${name}-${slice.replace(/[[\]]/g, "")}-${axes}-normal`;
      const bytes = readFileSync(`${folder}/files/${source}.woff2`);
      const found = inspect(bytes);
      const { min, max } = found.axes.find((axis) => axis.tag === "wght");
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
      return {
        file: `${source}-${hash}.woff2`,
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
