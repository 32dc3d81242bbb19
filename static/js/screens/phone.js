import "../elements/count-down.js";
import { sendForms } from "../live/forms.js";
import { live } from "../live/region.js";

live();
sendForms();

// A new prompt, <… data-prompt="id" data-title="Go meet Ana">, buzzes where phones can;
// in a tab behind others it takes the title.
const quietTitle = document.title;
const shownPrompt = () => document.querySelector("[data-prompt]");
let known = shownPrompt()?.dataset.prompt;

document.addEventListener("painted", () => {
  const prompt = shownPrompt();
  if (!prompt) document.title = quietTitle;
  else if (prompt.dataset.prompt !== known) {
    if (document.hidden) document.title = prompt.dataset.title;
    navigator.vibrate?.([200, 100, 200]);
  }
  known = prompt?.dataset.prompt;
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = quietTitle;
});
