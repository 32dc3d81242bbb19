import { REGION } from "./forms.js";
import { paint } from "./paint.js";

const PAUSE = 120;
const FORGET = 20_000;

/**
 * Search as one types: GETs `data-search`?q=… and paints [data-region="hits"]. Enter, which is also how a scanner
 * ends, waits for the answer to what was typed last and, when exactly one [data-hit] is found, presses its button.
 * After an answered form the field is empty and has the focus again; the next guest is just typed. What was found is
 * forgotten after twenty seconds.
 */
export function searchAsOneTypes(input) {
  let timer;
  let latest = null;

  const search = async () => {
    clearTimeout(timer);
    latest?.abort();
    const asked = (latest = new AbortController());
    const url = new URL(input.dataset.search, document.baseURI);
    for (const [name, value] of new FormData(input.form)) url.searchParams.set(name, value);
    const response = await fetch(url, { headers: { Accept: REGION }, signal: asked.signal });
    const html = await response.text();
    if (asked !== latest) return false;
    if (response.headers.get("Content-Type")?.startsWith(REGION)) paint("hits", html);
    return response.ok;
  };
  const quietly = () =>
    search().catch(({ name }) => {
      if (name !== "AbortError") document.dispatchEvent(new Event("unreached")); // overtaken, nobody asks any more
      return false;
    });

  // Whoever turns to the tablet next does not read who was looked for before.
  let forgetting;
  const clear = () => {
    input.value = "";
    quietly();
  };
  document.addEventListener("painted", ({ target }) => {
    if (target.dataset.region !== "hits") return;
    clearTimeout(forgetting);
    const found = target.firstElementChild;
    if (found) forgetting = setTimeout(clear, FORGET);
    // It has taken the result's place: a blank badge scanned now is not meant for the guest who is out of sight.
    for (const last of document.querySelectorAll("[data-while-shown]")) last.disabled = Boolean(found);
  });

  document.addEventListener("input", ({ target }) => {
    if (target.form !== input.form) return;
    clearTimeout(timer);
    timer = setTimeout(quietly, PAUSE);
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-clear]")) return;
    event.preventDefault();
    history.pushState(null, "", input.dataset.search);
    document.querySelector('[data-region="result"]')?.replaceChildren();
    clear();
    input.focus();
  });
  addEventListener("popstate", () => location.reload());

  input.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (!(await quietly())) return;
    const hits = document.querySelectorAll('[data-region="hits"] [data-hit]');
    if (hits.length === 1) hits[0].querySelector("button:not(:disabled)")?.click();
  });

  document.addEventListener("answered", ({ target, detail }) => {
    if (!detail.ok) return;
    clear();
    // Not the field: a tablet would lay its keyboard over the result. The next letter typed goes there anyway.
    target.focus({ preventScroll: true });
  });

  // A scanner's keys came here too, as if typed: what is scanned is answered by itself and not searched for.
  document.addEventListener("scanned", () => {
    clearTimeout(timer);
    latest?.abort();
  });

  // Whatever was tapped last, the next guest is just typed.
  document.addEventListener("keydown", (event) => {
    const typing = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing && !event.target.closest("input, textarea, select, [contenteditable]")) input.focus();
  });
}
