import { Settling } from "../helpers/settling.js";

const SHARP = 2_560; // pixels across: more is not seen from ten metres
const COARSE = 1_120; // while it moves on a machine that is slow to draw; nobody sees edges that move
const LATE = 25; // milliseconds from one frame to the next: one was left out
const TOO_LATE = 6; // frames of one movement

// Beyond one element: the picture goes on where it was when its scene comes back.
const picture = new Settling();
let slow = false;

/**
 * <people-graph dots='[["a1", 0], …]' lines="[[0, 1], …]"><ul><li data-beacon="teal">gardens</li>…</ul></people-graph>
 * The room, drawn: a dot for everyone in the colour of what gathers them (or -1), a line between those who have met.
 * The names stay the server's; they are only put in their places. At rest it costs nothing.
 */
class PeopleGraph extends HTMLElement {
  static observedAttributes = ["dots", "lines"];
  #canvas = document.createElement("canvas");
  #frame = 0;
  #frameAt = 0;
  #late = 0;
  #changed = false;
  #width = 0;
  #height = 0;
  #names = [];
  #colours = new Map();
  #resized = new ResizeObserver(() => this.#size());
  #painted = () => {
    if (this.#changed) this.#read();
    this.#go();
  };

  constructor() {
    super();
    Object.assign(this.#canvas.style, { position: "absolute", inlineSize: "100%", blockSize: "100%", inset: "0" });
    this.attachShadow({ mode: "open" }).append(this.#canvas, document.createElement("slot"));
  }

  connectedCallback() {
    this.#read();
    this.#go();
    this.#resized.observe(this);
    document.addEventListener("painted", this.#painted);
    document.fonts.addEventListener("loadingdone", this.#painted);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#resized.disconnect();
    document.removeEventListener("painted", this.#painted);
    document.fonts.removeEventListener("loadingdone", this.#painted);
  }

  attributeChangedCallback() {
    this.#changed = true;
  }

  #read() {
    this.#changed = false;
    const read = (name) => JSON.parse(this.getAttribute(name) ?? "[]");
    picture.show(read("dots"), read("lines"), this.querySelectorAll("li").length);
  }

  #size() {
    const { clientWidth, clientHeight } = this;
    if (!clientWidth || !clientHeight) return;
    [this.#width, this.#height] = [clientWidth, clientHeight];
    picture.size(clientWidth, clientHeight);
    this.#go();
  }

  #go() {
    this.#look();
    if (document.documentElement.dataset.motion === "none") picture.settle();
    if (picture.moves) this.#move();
    else this.#draw(SHARP);
  }

  #move() {
    if (this.#frame) return;
    this.#frameAt = this.#late = 0;
    this.#frame = requestAnimationFrame(this.#step);
  }

  #step = (now) => {
    if (this.#frameAt && now - this.#frameAt > LATE) this.#late += 1;
    if (this.#late > TOO_LATE) slow = true;
    this.#frameAt = now;
    picture.step();
    this.#draw(slow && picture.moves ? COARSE : SHARP);
    this.#frame = picture.moves ? requestAnimationFrame(this.#step) : 0;
  };

  /** What does not change while dots move: asking for it costs as much as drawing them. */
  #look() {
    this.#names = [...this.querySelectorAll("li")].map((node) => {
      node.hidden = false;
      return { node, width: node.offsetWidth, height: node.offsetHeight };
    });
    this.#colours = new Map([
      [-1, getComputedStyle(this).getPropertyValue("--soft")],
      ...this.#names.map(({ node }, group) => [group, getComputedStyle(node).getPropertyValue("--mark")]),
    ]);
  }

  #draw(across) {
    if (!picture.radius || !this.#width) return;
    const scale = Math.min(devicePixelRatio, across / this.#width);
    const context = this.#sheet(scale);
    // Without a graphics card a line wider than a pixel takes ten times as long.
    const widest = across === COARSE ? 1 / scale : Infinity;
    context.lineWidth = Math.min(Math.max(picture.radius / 7, 0.8), widest);
    context.globalAlpha = picture.lines.length > 600 ? 0.28 : 0.5;
    for (const [group, colour] of this.#colours) drawLines(context, colour, picture.linesOf.get(group) ?? []);
    context.globalAlpha = 1;
    for (const [group, colour] of this.#colours) drawDots(context, colour, picture.dotsOf.get(group) ?? []);
    this.#names.forEach((name, group) => this.#place(name, picture.nameOf(group)));
  }

  /** An empty sheet to draw on in the page's pixels, of which `scale` are one of the canvas's. */
  #sheet(scale) {
    const [width, height] = [Math.round(this.#width * scale), Math.round(this.#height * scale)];
    const context = this.#canvas.getContext("2d");
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.#width, this.#height);
    return context;
  }

  /** Puts a name beside its group, whole and within the picture. */
  #place({ node, width, height }, at) {
    node.hidden = !at;
    if (!at) return;
    const x = Math.min(Math.max(at.x, width / 2), this.#width - width / 2) - width / 2;
    const y = at.below ? Math.min(at.y, this.#height - height) : Math.max(at.y - height, 0);
    node.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}

function drawLines(context, colour, lines) {
  context.strokeStyle = colour;
  context.beginPath();
  for (const { source, target } of lines) {
    // a curve, so that lines between the same two groups can be told apart
    const bend = 0.12;
    const x = (source.x + target.x) / 2 + (target.y - source.y) * bend;
    const y = (source.y + target.y) / 2 - (target.x - source.x) * bend;
    context.moveTo(source.x, source.y);
    context.quadraticCurveTo(x, y, target.x, target.y);
  }
  context.stroke();
}

function drawDots(context, colour, dots) {
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y } of dots) {
    context.moveTo(x + picture.radius, y);
    context.arc(x, y, picture.radius, 0, 2 * Math.PI);
  }
  context.fill();
}

customElements.define("people-graph", PeopleGraph);
