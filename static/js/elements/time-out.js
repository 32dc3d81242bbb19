import { minutesAndSeconds } from "../helpers/clock.js";

const TRY_AGAIN = 3_000;

/**
 * <time-out seconds="60" to="/self-service">Starts again in <strong data-left>60</strong></time-out>
 * Goes to `to` when nobody has touched the page for so long, or by a link that leads there. Whoever was here is gone:
 * where the kiosk cannot be reached the page is emptied of them at once, and left when it can.
 */
class TimeOut extends HTMLElement {
  #deadline = 0;
  #timer;
  #again = () => (this.#deadline = Date.now() + Number(this.getAttribute("seconds")) * 1000);

  connectedCallback() {
    this.#again();
    for (const touch of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(touch, this.#again, true);
    document.addEventListener("click", this.#clicked);
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#tick();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    document.removeEventListener("click", this.#clicked);
    for (const touch of ["pointerdown", "keydown", "input", "scroll"]) removeEventListener(touch, this.#again, true);
  }

  #clicked = (event) => {
    if (event.target.closest("a")?.getAttribute("href") !== this.getAttribute("to")) return;
    event.preventDefault();
    this.#leave();
  };

  #tick() {
    const left = this.#deadline - Date.now();
    this.querySelector("[data-left]").textContent = minutesAndSeconds(left / 1000);
    this.toggleAttribute("data-soon", left < 15_000);
    if (left <= 0) this.#leave();
  }

  async #leave() {
    clearInterval(this.#timer);
    const to = this.getAttribute("to");
    const start = await fetch(to, { cache: "no-store" }).catch(() => null);
    if (start?.ok) {
      location.replace(to);
      return;
    }
    document.getElementById("main").replaceChildren(document.getElementById("away").content.cloneNode(true));
    setTimeout(() => this.#leave(), TRY_AGAIN);
  }
}

customElements.define("time-out", TimeOut);
