const NOTE = 0.11; // seconds

/** Short notes, one after the other. Browsers let a page sound only after it was touched: until then it is silent. */
export class Tones {
  #context = null;

  constructor() {
    for (const touch of ["pointerdown", "keydown", "click"]) document.addEventListener(touch, () => this.wake());
  }

  /** While a touch is answered; afterwards the page can sound. */
  async wake() {
    if (!window.AudioContext) return;
    this.#context ??= new AudioContext();
    if (this.#context.state !== "running") await this.#context.resume();
  }

  /** @param {number[]} notes in hertz */
  play(notes) {
    if (this.#context?.state !== "running") return;
    let at = this.#context.currentTime;
    for (const hertz of notes) {
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
