// Builds static/dist: scripts, styles, signs, fonts, their licences, and last of all manifest.json,
// which says what each is called: plain name -> hashed name.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import * as esbuild from "esbuild";

import { coverage, fontFaces, fontFiles, lightFontFiles } from "./fonts.mjs";
import { licences } from "./licences.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STATIC = resolve(ROOT, "static");
const DIST = resolve(STATIC, "dist");
const PACKED = new Set([".js", ".css", ".svg", ".wasm"]); // fonts are packed as they are

async function build() {
  const written = new Set();
  const write = (name, content) => {
    writeFileSync(resolve(DIST, name), content);
    written.add(name);
    if (!PACKED.has(extname(name)) || content.length < 1000) return;
    writeFileSync(resolve(DIST, `${name}.gz`), gzipSync(content, { level: 9 }));
    written.add(`${name}.gz`);
  };

  mkdirSync(resolve(DIST, "fonts"), { recursive: true });
  const fonts = fontFiles(ROOT);
  const light = await lightFontFiles(ROOT);
  for (const { file, bytes } of [...fonts, ...light]) write(`fonts/${file}`, bytes);
  write("fonts/coverage.json", JSON.stringify(coverage(fonts)));

  const signs = sprite();
  const beacons = `beacons-${hash(signs)}.svg`;
  write(beacons, signs);

  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: [...entries("js/screens", ".js"), ...entries("css/screens", ".css")],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["safari15", "chrome90", "firefox90"],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".wasm": "file" }, // beside the bundle; read-code.js finds it from there
    outdir: DIST,
    absWorkingDir: ROOT,
    external: ["fonts/*"], // the urls in the @font-face rules stay as they are, beside the bundle
    plugins: [fontFaceStyles(fonts, light)],
    legalComments: "none", // whole licence texts stand in THIRD_PARTY_LICENSES.txt
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  for (const { path, contents } of outputFiles) write(basename(path), contents);
  write("THIRD_PARTY_LICENSES.txt", licences(ROOT, Object.keys(metafile.inputs)));

  const manifest = { "beacons.svg": beacons };
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint) manifest[basename(entryPoint)] = basename(path);
  write("manifest.json", JSON.stringify(manifest, null, 1));

  for (const file of readdirSync(DIST, { recursive: true })) {
    if (extname(file) && !written.has(file.replaceAll("\\", "/"))) rmSync(resolve(DIST, file));
  }
}

/**
 * `@import "fonts:light"` gives the faces for guests' phones. On the venue's own screens `"fonts:text"` gives those of
 * the alphabets, `"fonts:wide"` Chinese, Japanese, Korean and emoji.
 */
function fontFaceStyles(fonts, light) {
  const faces = {
    "fonts:light": light,
    "fonts:text": fonts.filter(({ wide }) => !wide),
    "fonts:wide": fonts.filter(({ wide }) => wide),
  };
  return {
    name: "fonts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^fonts:/ }, ({ path }) => ({ path, namespace: "fonts" }));
      onLoad({ filter: /.*/, namespace: "fonts" }, ({ path }) => ({
        contents: fontFaces(faces[path]),
        loader: "css",
      }));
    },
  };
}

function sprite() {
  const symbols = entries("beacons", ".svg").map((file) =>
    readFileSync(file, "utf8")
      .replace('<svg xmlns="http://www.w3.org/2000/svg"', `<symbol id="${basename(file, ".svg")}"`)
      .replace("</svg>", "</symbol>"),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("")}</svg>\n`;
}

function entries(folder, ending) {
  const names = readdirSync(resolve(STATIC, folder)).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => resolve(STATIC, folder, name));
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

await build();
if (process.argv.includes("--watch")) {
  let timer;
  const rebuild = () => build().catch((error) => console.error(error.message));
  for (const folder of ["js", "css", "beacons"]) {
    watch(resolve(STATIC, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 50);
    });
  }
}
