const LAST = 6;

/**
 * <fitted-words><p>names</p> <p>what may be cut short</p> …</fitted-words>
 * Words in a box of given height: counts data-step up from 0, for which the stylesheet has ever closer settings, until
 * all fit and the first ones are whole. How long a name becomes depends on its script and the screen: only looking tells.
 */
class FittedWords extends HTMLElement {
  #fit = () => {
    if (!this.clientHeight) return; // on a page that is not shown
    for (let step = 0; step <= LAST; step++) {
      this.dataset.step = step;
      if (!this.#isTight()) return;
    }
  };
  #seen = new ResizeObserver(this.#fit);

  connectedCallback() {
    this.#seen.observe(this);
    document.addEventListener("painted", this.#fit);
    document.fonts.addEventListener("loadingdone", this.#fit);
  }

  disconnectedCallback() {
    this.#seen.disconnect();
    document.removeEventListener("painted", this.#fit);
    document.fonts.removeEventListener("loadingdone", this.#fit);
  }

  #isTight() {
    const lines = [...this.children];
    const height = lines.reduce((sum, line) => sum + line.offsetHeight, 0);
    return height > this.clientHeight * 0.94 || isCut(lines[0]);
  }
}

/** Marks above and below letters stick out of any line: only half a line and more is a line that is hidden. */
function isCut(line) {
  const half = parseFloat(getComputedStyle(line).lineHeight) / 2;
  return line.scrollHeight - line.clientHeight > half || line.scrollWidth > line.clientWidth;
}

customElements.define("fitted-words", FittedWords);
