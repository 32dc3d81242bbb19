import { minutesAndSeconds, untilNextSecond } from "../helpers/clock.js";

/**
 * <count-down seconds="84" role="timer">1:24</count-down>
 * Counts down from the moment it was painted; the deadline itself stays the server's. A timer's role is silent, so
 * screen readers read it when asked and not every second.
 */
class CountDown extends HTMLElement {
  static observedAttributes = ["seconds"];
  #deadline = 0;
  #timer;

  connectedCallback() {
    this.#arm();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#arm();
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
    if (left > 0) this.#timer = setTimeout(() => this.#tick(), untilNextSecond(left));
  }
}

customElements.define("count-down", CountDown);
