// Reads from a WOFF2 font what a badge renderer must know: which code points it can draw, and which axes it has.
// https://www.w3.org/TR/WOFF2/ (container), https://learn.microsoft.com/typography/opentype/spec/ (cmap, fvar)
import { brotliDecompressSync } from "node:zlib";

const KNOWN_TAGS = { 0: "cmap", 10: "glyf", 11: "loca", 47: "fvar" };

/** @returns {{points: number[], axes: {tag: string, min: number, default: number, max: number}[]}} */
export function inspect(bytes) {
  const tables = unpack(bytes);
  return { points: codePoints(tables.cmap), axes: tables.fvar ? axes(tables.fvar) : [] };
}

function unpack(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "wOF2") throw new Error("not a WOFF2 font");
  let at = 48;
  const number = () => {
    // UIntBase128: seven bits a byte, the highest bit says that more follow
    let value = 0;
    for (;;) {
      const byte = bytes[at++];
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const directory = [];
  for (let count = bytes.readUInt16BE(12); count > 0; count -= 1) {
    const flags = bytes[at++];
    const known = flags & 63;
    const tag = known === 63 ? bytes.toString("latin1", at, (at += 4)) : (KNOWN_TAGS[known] ?? `#${known}`);
    let length = number();
    const version = flags >> 6;
    const transformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
    if (transformed) length = number();
    directory.push({ tag, length });
  }
  const plain = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const tables = {};
  let start = 0;
  for (const { tag, length } of directory) tables[tag] = plain.subarray(start, (start += length));
  return tables;
}

function codePoints(cmap) {
  const points = new Set();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) segments(table, points);
    if (format === 12) groups(table, points);
  }
  return [...points].sort((a, b) => a - b);
}

function segments(table, points) {
  const size = table.readUInt16BE(6);
  for (let i = 0; i < size; i += 2) {
    const last = table.readUInt16BE(14 + i);
    const first = table.readUInt16BE(16 + size + i);
    const delta = table.readUInt16BE(16 + size * 2 + i);
    const offsetAt = 16 + size * 3 + i;
    const offset = table.readUInt16BE(offsetAt);
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const glyph = offset ? table.readUInt16BE(offsetAt + offset + (point - first) * 2) : (point + delta) & 0xffff;
      if (glyph !== 0) points.add(point);
    }
  }
}

function groups(table, points) {
  for (let i = 0; i < table.readUInt32BE(12); i += 1) {
    const at = 16 + i * 12;
    for (let point = table.readUInt32BE(at); point <= table.readUInt32BE(at + 4); point += 1) points.add(point);
  }
}

function axes(fvar) {
  const at = fvar.readUInt16BE(4);
  const fixed = (offset) => fvar.readInt32BE(offset) / 65536;
  return Array.from({ length: fvar.readUInt16BE(8) }, (_, i) => {
    const start = at + i * fvar.readUInt16BE(10);
    return {
      tag: fvar.toString("latin1", start, start + 4),
      min: fixed(start + 4),
      default: fixed(start + 8),
      max: fixed(start + 12),
    };
  });
}
