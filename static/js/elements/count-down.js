import { minutesAndSeconds, untilNextSecond } from "../helpers/clock.js";

const LAST = 10_000; // milliseconds

/**
 * <count-down seconds="84" role="timer">1:24</count-down>
 * Counts down from the moment it was painted, with data-last in its last ten seconds; the deadline itself stays the server's. A timer's role is silent, so
 * screen readers read it when asked and not every second.
 */
class CountDown extends HTMLElement {
  static observedAttributes = ["seconds", "data-last"];
  #deadline = 0;
  #timer;

  connectedCallback() {
    this.#arm();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (name === "seconds") this.#arm();
    else this.#tick(); // a repaint takes the mark away
  }

  #arm() {
    // not performance.now(): that clock may stop while a phone sleeps
    this.#deadline = Date.now() + Number(this.getAttribute("seconds")) * 1000;
    this.#tick();
  }

  #tick() {
    clearTimeout(this.#timer);
    const left = this.#deadline - Date.now();
    this.textContent = minutesAndSeconds(left / 1000);
    this.toggleAttribute("data-last", left <= LAST);
    if (left > 0) this.#timer = setTimeout(() => this.#tick(), untilNextSecond(left));
  }
}

customElements.define("count-down", CountDown);
