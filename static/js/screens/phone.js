import "../elements/count-down.js";
import { sendForms } from "../live/forms.js";
import { live } from "../live/region.js";

live();
sendForms();

// What matters now stands on top, in a section with an id of its own: when another takes its place one is led there,
// unless one is typing, and what could not be sent before is over.
const quietTitle = document.title;
const sectionShown = () => document.querySelector("[data-region=phone] > section")?.id;
let section = sectionShown();

document.addEventListener("painted", ({ target }) => {
  if (target.dataset.region !== "phone" || sectionShown() === section) return;
  section = sectionShown();
  document.querySelector(".not-reached")?.remove();
  if (!document.activeElement?.matches("input, select, textarea")) scrollTo(0, 0);
});

// A new prompt, <… data-prompt="id" data-title="Go meet Ana">, buzzes where phones can, and again when it is on;
// it is said to those who listen, and in a tab behind others it takes the title.
const shownPrompt = () => document.querySelector("[data-prompt]");
const newsOf = (prompt) => prompt && `${prompt.dataset.prompt} ${prompt.dataset.title}`;
let known = newsOf(shownPrompt());

document.addEventListener("painted", ({ target }) => {
  if (target.dataset.region !== "phone") return;
  const prompt = shownPrompt();
  const news = newsOf(prompt);
  if (news === known) return;
  known = news;
  document.title = prompt && document.hidden ? prompt.dataset.title : quietTitle;
  if (!prompt) return;
  document.querySelector("[data-news]").textContent = prompt.dataset.title;
  // before the first tap on the page browsers refuse, and complain
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([200, 100, 200]);
});

// A message to everybody, <… data-message="The band begins">, is said to those who listen when it is new.
const shownMessage = () => document.querySelector("[data-message]")?.dataset.message;
let message = shownMessage();

document.addEventListener("painted", ({ target }) => {
  if (target.dataset.region !== "phone" || shownMessage() === message) return;
  message = shownMessage();
  if (message) document.querySelector("[data-news]").textContent = message;
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = quietTitle;
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
  }
});
document.addEventListener("input", ({ target }) => saidSaved(target.form)?.replaceChildren());
