import { placeAt, placeTyped } from "../helpers/plan.js";

/**
 * <spot-plan><svg>… <g data-spot="0" data-across="4" data-down="112">…</g></svg></spot-plan>
 * Spots are dragged to their place, which is written into the form's fields spots.0.at.across and spots.0.at.down;
 * what is typed there moves them. data-across and data-down: where one waits that has no place.
 */
class SpotPlan extends HTMLElement {
  #form;
  #drawing;

  connectedCallback() {
    this.#form = this.closest("form");
    this.#drawing = this.querySelector("svg");
    this.#form.addEventListener("input", this.#draw);
    this.addEventListener("pointerdown", this.#take);
    this.#draw();
  }

  disconnectedCallback() {
    this.#form.removeEventListener("input", this.#draw);
  }

  #draw = () => {
    for (const spot of this.querySelectorAll("[data-spot]")) {
      const { name, across, down } = this.#fields(spot);
      const place = placeTyped(across.value, down.value) ?? spot.dataset;
      spot.toggleAttribute("data-blank", name.value.trim() === "");
      spot.setAttribute("transform", `translate(${place.across} ${place.down})`);
    }
  };

  #take = (event) => {
    const spot = event.target.closest("[data-spot]");
    if (!spot || event.button !== 0) return;
    event.preventDefault();
    const move = (moved) => this.#place(spot, placeAt(this.#pointIn(moved)));
    spot.setPointerCapture(event.pointerId);
    spot.addEventListener("pointermove", move);
    spot.addEventListener("lostpointercapture", () => spot.removeEventListener("pointermove", move), { once: true });
  };

  #place(spot, place) {
    const { across, down } = this.#fields(spot);
    across.value = place?.across ?? "";
    down.value = place?.down ?? "";
    across.dispatchEvent(new Event("input", { bubbles: true })); // as if it had been typed
  }

  #pointIn({ clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(this.#drawing.getScreenCTM().inverse());
  }

  #fields({ dataset: { spot } }) {
    const named = (name) => this.#form.elements.namedItem(`spots.${spot}.${name}`);
    return { name: named("name"), across: named("at.across"), down: named("at.down") };
  }
}

customElements.define("spot-plan", SpotPlan);
