const HIDES_AFTER = 5_000;
const KEPT = "look";

/**
 * <screen-look><label><input type="checkbox" name="motion" value="none" data-asked="(prefers-reduced-motion: reduce)">
 * Without motion</label> … <button>Fill the screen</button></screen-look>
 * How this one screen looks, chosen by whoever stands at it and kept over a reload: each box that is ticked sets data-NAME
 * of the page to its value. Until somebody chooses, what the machine is set to counts. It is there, and a pointer with
 * it, only while somebody moves the mouse or types.
 */
class ScreenLook extends HTMLElement {
  #served = { ...document.documentElement.dataset };
  #timer;
  #at = "";

  connectedCallback() {
    const chosen = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    for (const box of this.#boxes) box.checked = chosen[box.name] ?? matchMedia(box.dataset.asked || "not all").matches;
    this.#apply();
    this.addEventListener("change", () => {
      localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(this.#boxes.map((box) => [box.name, box.checked]))));
      this.#apply();
    });
    this.querySelector("button").addEventListener("click", () =>
      document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    );
    document.addEventListener("pointermove", ({ screenX, screenY }) => {
      const at = `${screenX} ${screenY}`; // where something moves under it, a pointer that lies still is told of too
      if (this.#at && at !== this.#at) this.#show();
      this.#at = at;
    });
    document.addEventListener("pointerdown", this.#show);
    document.addEventListener("keydown", this.#show);
  }

  get #boxes() {
    return [...this.querySelectorAll("input")];
  }

  #apply() {
    const { dataset } = document.documentElement;
    for (const { name, value, checked } of this.#boxes) {
      if (checked) dataset[name] = value;
      else if (this.#served[name]) dataset[name] = this.#served[name];
      else delete dataset[name];
    }
    document.dispatchEvent(new Event("painted"));
  }

  #show = () => {
    this.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.hidden = true), HIDES_AFTER);
  };
}

customElements.define("screen-look", ScreenLook);
