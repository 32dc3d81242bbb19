import { Settling } from "../helpers/settling.js";

const SHARPEST = 2_560; // pixels across: more is not seen from ten metres and costs an old laptop its frames

// Beyond one element: the picture goes on where it was when its scene comes back.
const picture = new Settling();

/**
 * <people-graph dots='[["a1", 0], …]' lines="[[0, 1], …]"><ul><li data-beacon="teal">gardens</li>…</ul></people-graph>
 * The room, drawn: a dot for everyone in the colour of what gathers them (or -1), a line between those who have met.
 * The names stay the server's; they are only put in their places. At rest it costs nothing.
 */
class PeopleGraph extends HTMLElement {
  static observedAttributes = ["dots", "lines"];
  #canvas = document.createElement("canvas");
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #frame = 0;
  #changed = false;
  #scale = 1;
  #resized = new ResizeObserver(() => this.#size());
  #painted = () => {
    if (this.#changed) this.#read();
    else this.#draw(); // a repaint has taken the names from their places
  };

  constructor() {
    super();
    Object.assign(this.#canvas.style, { position: "absolute", inlineSize: "100%", blockSize: "100%", inset: "0" });
    this.attachShadow({ mode: "open" }).append(this.#canvas, document.createElement("slot"));
  }

  connectedCallback() {
    this.#read();
    this.#resized.observe(this);
    document.addEventListener("painted", this.#painted);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#resized.disconnect();
    document.removeEventListener("painted", this.#painted);
  }

  attributeChangedCallback() {
    this.#changed = true;
  }

  #read() {
    this.#changed = false;
    const read = (name) => JSON.parse(this.getAttribute(name) ?? "[]");
    picture.show(read("dots"), read("lines"), this.#names.length);
    this.#go();
  }

  get #names() {
    return [...this.querySelectorAll("li")];
  }

  #size() {
    const { clientWidth, clientHeight } = this;
    if (!clientWidth || !clientHeight) return;
    this.#scale = Math.min(devicePixelRatio, SHARPEST / clientWidth);
    this.#canvas.width = Math.round(clientWidth * this.#scale);
    this.#canvas.height = Math.round(clientHeight * this.#scale);
    picture.size(clientWidth, clientHeight);
    this.#go();
  }

  #go() {
    if (this.#still.matches) picture.settle();
    this.#draw();
    if (!this.#frame && picture.moves) this.#frame = requestAnimationFrame(this.#step);
  }

  #step = () => {
    this.#frame = 0;
    picture.step();
    this.#draw();
    if (picture.moves) this.#frame = requestAnimationFrame(this.#step);
  };

  #draw() {
    const context = this.#canvas.getContext("2d");
    const names = this.#names;
    const ink = getComputedStyle(this);
    const colours = new Map(names.map((name, group) => [group, getComputedStyle(name).getPropertyValue("--mark")]));
    colours.set(-1, ink.getPropertyValue("--soft"));
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    context.clearRect(0, 0, this.clientWidth, this.clientHeight);
    if (!picture.radius) return;
    context.lineWidth = Math.max(picture.radius / 7, 0.8);
    context.globalAlpha = picture.lines.length > 600 ? 0.28 : 0.5;
    for (const [group, colour] of colours) drawLines(context, colour, group);
    context.globalAlpha = 1;
    for (const [group, colour] of colours) drawDots(context, colour, group);
    names.forEach((name, group) => place(name, picture.nameOf(group), this));
  }
}

function drawLines(context, colour, group) {
  context.strokeStyle = colour;
  context.beginPath();
  for (const { source, target } of picture.lines) {
    if (source.group !== group) continue;
    // a curve, so that lines between the same two groups can be told apart
    const bend = 0.12;
    const x = (source.x + target.x) / 2 + (target.y - source.y) * bend;
    const y = (source.y + target.y) / 2 - (target.x - source.x) * bend;
    context.moveTo(source.x, source.y);
    context.quadraticCurveTo(x, y, target.x, target.y);
  }
  context.stroke();
}

function drawDots(context, colour, group) {
  context.fillStyle = colour;
  context.beginPath();
  for (const dot of picture.dots) {
    if (dot.group !== group) continue;
    context.moveTo(dot.x + picture.radius, dot.y);
    context.arc(dot.x, dot.y, picture.radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** Puts a name above its group, whole and within the picture. */
function place(name, at, { clientWidth }) {
  name.hidden = !at;
  if (!at) return;
  const half = name.offsetWidth / 2;
  const x = Math.min(Math.max(at.x, half), clientWidth - half) - half;
  const y = Math.max(at.y - name.offsetHeight, 0);
  name.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

customElements.define("people-graph", PeopleGraph);
