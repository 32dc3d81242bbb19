const MUTED = "muted";
const NOTES = { ok: [660, 880], warn: [440, 440], stop: [220, 165] }; // hertz, one after the other
const BUZZES = { ok: 60, warn: [80, 60, 80], stop: [250, 80, 250] }; // milliseconds on, off, on
const NOTE = 0.11; // seconds

/**
 * Lets each result be heard and felt once it is painted, so never before the server has answered: whatever is painted
 * with a data-outcome of "ok", "warn" or "stop". Its button, on or off, is remembered by this browser.
 */
class ResultSound extends HTMLElement {
  #context = null;

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
    // Browsers let a page sound only after it was touched.
    for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, () => this.#wake());
    document.addEventListener("painted", ({ target }) => {
      const outcome = target.querySelector("[data-outcome]")?.dataset.outcome;
      if (outcome) this.#tell(outcome);
    });
  }

  #wake() {
    if (!window.AudioContext) return;
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") this.#context.resume();
  }

  #tell(outcome) {
    if (localStorage.getItem(MUTED) !== null) return;
    navigator.vibrate?.(BUZZES[outcome]);
    if (this.#context?.state !== "running") return;
    let at = this.#context.currentTime;
    for (const hertz of NOTES[outcome]) {
      const tone = this.#context.createOscillator();
      const loudness = this.#context.createGain();
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0.2, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE); // fades, so that it does not click
      tone.connect(loudness).connect(this.#context.destination);
      tone.start(at);
      tone.stop(at + NOTE);
      at += NOTE;
    }
  }
}

customElements.define("result-sound", ResultSound);
