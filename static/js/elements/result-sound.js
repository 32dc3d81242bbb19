import { Tones } from "../helpers/tones.js";

const MUTED = "muted";
const NOTES = { ok: [660, 880], warn: [440, 440], stop: [220, 165] }; // hertz, one after the other
const BUZZES = { ok: 60, warn: [80, 60, 80], stop: [250, 80, 250] }; // milliseconds on, off, on

/**
 * Lets each result be heard and felt once it is painted, so never before the server has answered: whatever is painted
 * with a data-outcome of "ok", "warn" or "stop". Its button, on or off, is remembered by this browser.
 */
class ResultSound extends HTMLElement {
  #tones = new Tones();

  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    const show = () => button.setAttribute("aria-pressed", String(localStorage.getItem(MUTED) === null));
    show();
    button.addEventListener("click", () => {
      if (localStorage.getItem(MUTED) === null) localStorage.setItem(MUTED, "yes");
      else localStorage.removeItem(MUTED);
      show();
      this.#tell("ok");
    });
    document.addEventListener("painted", ({ target }) => {
      const outcome = target.querySelector("[data-outcome]")?.dataset.outcome;
      if (outcome) this.#tell(outcome);
    });
  }

  #tell(outcome) {
    if (localStorage.getItem(MUTED) !== null) return;
    navigator.vibrate?.(BUZZES[outcome]);
    this.#tones.play(NOTES[outcome]);
  }
}

customElements.define("result-sound", ResultSound);
