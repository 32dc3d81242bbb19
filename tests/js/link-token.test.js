import assert from "node:assert/strict";
import { test } from "node:test";

import { linkToken } from "../../static/js/helpers/link-token.js";

test("128 bits in base64url, base32 or hex are a token", () => {
  for (const token of ["q3Zt-1_kPz0aYb7mWc9uXA", "K5XW4ZDPNVSXG43BM5SSA5DPEB", "9f86d081884c7d659a2feaa0c55ad015"]) {
    assert.equal(linkToken(`#${token}`), token);
  }
});

test("an empty, short, long or strange hash is none", () => {
  for (const hash of [
    "",
    "#",
    "#top",
    "#q3Zt-1_kPz0aYb7mWc9uX",
    `#${"a".repeat(87)}`,
    "#q3Zt 1_kPz0aYb7mWc9uXA",
    "#%71%33%5A%74-1_kPz0aYb7mWc9uXA",
  ]) {
    assert.equal(linkToken(hash), null);
  }
});
