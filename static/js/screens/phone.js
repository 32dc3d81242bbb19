import "../elements/count-down.js";
import { sendForms } from "../live/forms.js";
import { tellNews } from "../live/news.js";
import { live } from "../live/region.js";

live();
sendForms();
if (document.querySelector("[data-news]")) tellNews();

// What matters now stands on top, in a section with an id and a headline: when another takes its place one is led there,
// unless one is typing, and what could not be sent before is over.
function sectionShown() {
  const shown = document.querySelector("[data-region=phone] > section");
  return shown && shown.id + shown.querySelector("h1").textContent;
}
let section = sectionShown();

document.addEventListener("painted", ({ target }) => {
  if (target.dataset.region !== "phone" || sectionShown() === section) return;
  section = sectionShown();
  document.querySelector(".not-reached")?.remove();
  if (!document.activeElement?.matches("input, select, textarea")) scrollTo(0, 0);
});

// A form whose answer changes nothing to be seen says so in its <output data-saved="Saved.">, until changed again.
// One whose answer stands elsewhere folds away with its <details data-folds>, empty for the next time.
const saidSaved = (form) => form?.querySelector("[data-saved]");
let sent = null;

document.addEventListener("submit", ({ target }) => (sent = target));
document.addEventListener("answered", ({ detail }) => {
  if (!detail.ok) return;
  document.querySelector('[data-region="notice"]').replaceChildren(); // what was refused before is settled
  const saved = saidSaved(sent);
  if (saved) saved.textContent = saved.dataset.saved;
  const folds = sent?.closest("[data-folds]");
  if (folds) {
    sent.reset();
    folds.open = false;
    folds.querySelector("summary").focus({ preventScroll: true });
    folds.parentElement.scrollIntoView({ block: "nearest" }); // what stands there now was above the long form
  }
});
document.addEventListener("input", ({ target }) => saidSaved(target.form)?.replaceChildren());
