// The licence texts of what was really bundled: of every package esbuild read a file from, and of every font.
import { readFileSync, readdirSync } from "node:fs";

import { FONTS } from "./fonts.mjs";

/** @param {string[]} inputs paths of the bundled files, relative to the root */
export function licences(root, inputs) {
  const packages = new Set(FONTS.map(({ name }) => `@fontsource-variable/${name}`));
  for (const path of inputs) {
    const found = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) packages.add(found[1]);
  }
  return [...packages]
    .sort()
    .map((name) => entry(root, name))
    .join("\n\n");
}

function entry(root, name) {
  const folder = `${root}/node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((found) => /^licen[cs]e/i.test(found));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : `Licence: ${license}`;
  return `${"=".repeat(78)}\n${name} ${version} (${license})\n${"=".repeat(78)}\n\n${text}\n`;
}
