/**
 * <page-turner seconds="8"><section>…</section> …</page-turner>
 * Shows one of its children at a time and turns to the next every so many seconds. A repaint keeps the page that was shown.
 */
class PageTurner extends HTMLElement {
  #shown = 0;
  #timer;
  #show = () => {
    const pages = [...this.children];
    if (this.#shown >= pages.length) this.#shown = 0;
    pages.forEach((page, place) => (page.hidden = place !== this.#shown));
  };

  connectedCallback() {
    this.#show();
    document.addEventListener("painted", this.#show);
    this.#timer = setInterval(() => {
      this.#shown += 1;
      this.#show();
    }, Number(this.getAttribute("seconds")) * 1000);
  }

  disconnectedCallback() {
    document.removeEventListener("painted", this.#show);
    clearInterval(this.#timer);
  }
}

customElements.define("page-turner", PageTurner);
