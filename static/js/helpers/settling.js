import { forceCollide, forceLink, forceSimulation, forceX, forceY } from "d3-force";

const REST = 0.02; // the simulation's alpha below which nobody sees anything move
const FILLED = 0.085; // the share of the picture that dots cover: room to breathe between them

/**
 * Where the dots of a picture stand, in pixels, and how they come there.
 * A dot that was there before stays where it was and moves on from there; a new one comes in at the edge of its group.
 */
export class Settling {
  dots = [];
  dotsOf = new Map(); // by group
  linesOf = new Map(); // by the group of the one they begin at
  lines = [];
  radius = 0;
  #groups = 0;
  #simulation = forceSimulation([]).alphaMin(REST).alphaDecay(0.03).velocityDecay(0.45).stop();
  #width = 0;
  #height = 0;

  /** @param {[string, number][]} dots id and group, or -1 @param {[number, number][]} lines places among the dots */
  show(dots, lines, groups) {
    const before = new Map(this.dots.map((dot) => [dot.id, dot]));
    this.dots = dots.map(([id, group]) => Object.assign(before.get(id) ?? { id }, { group }));
    this.dotsOf = byGroup(this.dots, (dot) => dot.group);
    this.lines = lines.map(([one, other]) => ({ source: this.dots[one], target: this.dots[other] }));
    this.linesOf = byGroup(this.lines, ({ source }) => source.group);
    this.#groups = groups;
    this.#stir();
  }

  size(width, height) {
    if (width === this.#width && height === this.#height) return;
    for (const dot of this.#width ? this.dots : []) {
      dot.x *= width / this.#width;
      dot.y *= height / this.#height;
    }
    [this.#width, this.#height] = [width, height];
    this.#stir();
  }

  get moves() {
    return this.#width > 0 && this.dots.length > 0 && this.#simulation.alpha() >= REST;
  }

  step() {
    this.#simulation.tick();
    for (const dot of this.dots) {
      dot.x = Math.min(Math.max(dot.x, this.radius), this.#width - this.radius);
      dot.y = Math.min(Math.max(dot.y, this.radius), this.#height - this.radius);
    }
  }

  /** All the way to rest at once, for those who want no motion. */
  settle() {
    while (this.moves) this.step();
  }

  /** Where the name of a group stands: in the upper row above its dots, else below. Null where it has none. */
  nameOf(group) {
    const own = this.dotsOf.get(group);
    if (!own) return null;
    let [sum, top, bottom] = [0, Infinity, -Infinity];
    for (const { x, y } of own) {
      sum += x;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    const below = group >= upperOf(this.#groups);
    return { x: sum / own.length, y: below ? bottom + this.radius : top - this.radius, below };
  }

  #stir() {
    if (!this.#width) return;
    this.radius = Math.min(
      Math.sqrt((this.#width * this.#height * FILLED) / Math.PI / Math.max(this.dots.length, 1)),
      this.#height * 0.03,
    );
    const anchors = anchorsOf(this.#groups, this.#width, this.#height);
    for (const dot of this.dots) {
      dot.at = anchors.get(dot.group) ?? anchors.get(-1);
      if (dot.x === undefined) Object.assign(dot, besides(dot.at, this.#height / 4, dot.id));
    }
    this.#simulation
      .nodes(this.dots)
      .force("x", forceX((dot) => dot.at.x).strength(0.06))
      .force("y", forceY((dot) => dot.at.y).strength(0.09))
      .force("apart", forceCollide(this.radius * 1.75).strength(0.7))
      .force("met", forceLink(this.lines).strength(0.004))
      .alpha(Math.max(this.#simulation.alpha(), this.#simulation.nodes().length ? 0.5 : 1));
  }
}

function byGroup(all, groupOf) {
  const found = new Map();
  for (const each of all) {
    const group = groupOf(each);
    if (!found.has(group)) found.set(group, []);
    found.get(group).push(each);
  }
  return found;
}

/** How many of so many groups stand in the upper row: half of them and of those whom nothing gathers. */
const upperOf = (groups) => Math.ceil((groups + 1) / 2);

/** The middles of so many groups by their number: in two rows, those whom nothing gathers (-1) amid the lower one. */
function anchorsOf(groups, width, height) {
  const above = upperOf(groups);
  const below = groups + 1 - above;
  const places = Array.from({ length: groups + 1 }, (_, place) => {
    const [row, column, among] = place < above ? [0.27, place, above] : [0.73, place - above, below];
    return { x: (width * (column + 0.5)) / among, y: height * (groups ? row : 0.5) };
  });
  const [alone] = places.splice(groups && above + Math.floor(below / 2), 1);
  return new Map(places.entries()).set(-1, alone);
}

/** A place at a distance, in a direction that the id says: the same picture on every projector. */
function besides({ x, y }, distance, id) {
  const turn = (parseInt(id.slice(0, 6), 16) / 0xffffff) * 2 * Math.PI;
  return { x: x + distance * Math.cos(turn), y: y + distance * Math.sin(turn) };
}
