/** Ask before a page is left on which something was typed into one form and another, or none, is sent. */
export function askBeforeLeaving() {
  const typed = new Set();
  addEventListener("input", ({ target }) => typed.add(target.form));
  addEventListener("submit", ({ target }) => typed.delete(target));
  addEventListener("beforeunload", (event) => {
    if (typed.size > 0) event.preventDefault();
  });
}
