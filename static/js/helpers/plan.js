/** The room's plan: 100 across and 100 down, and below it a strip where spots wait that have no place yet. */
export const ACROSS = 100;
const STRIP = 105;

/** The place a spot gets that is let go of at a point of the plan: whole numbers in the room, or none in the strip. */
export function placeAt({ x, y }) {
  if (y > STRIP) return null;
  return { across: inRoom(x), down: inRoom(y) };
}

/** The place that two fields say, or null where they say none. */
export function placeTyped(across, down) {
  if (across.trim() === "" || down.trim() === "") return null;
  const place = { across: Number(across), down: Number(down) };
  return Object.values(place).every((side) => side >= 0 && side <= ACROSS) ? place : null;
}

function inRoom(side) {
  return Math.round(Math.min(ACROSS, Math.max(0, side)));
}
