/** The link token in a location's hash, or null: "#tKq…" with at least 128 bits in base64url, base32 or hex. */
export function linkToken(hash) {
  return /^#([A-Za-z0-9_-]{22,86})$/.exec(hash)?.[1] ?? null;
}
