/** 84 -> "1:24". Less than nothing is 0:00. */
export function minutesAndSeconds(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** Milliseconds until the shown second changes; `left` is milliseconds too. */
export function untilNextSecond(left) {
  return left - (Math.ceil(left / 1000) - 1) * 1000;
}
