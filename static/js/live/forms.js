import { Intents } from "../helpers/intents.js";
import { paint, paintNews } from "./paint.js";

export const REGION = "text/vnd.kiosk.region+html";
const PATIENCE = 10_000;

/**
 * Sends every <form data-post> in the background and paints the answer into the region it names. Whatever the script
 * cannot show (a redirection, a whole page) the browser shows itself, as it would without scripts; where the form says
 * data-post="region", the page a redirection leads to is painted there.
 * Tells a bubbling `answered` event, detail {ok}, on the painted region; where nobody answers, a bubbling `unreached`
 * on the form, detail {body}, and unless that is prevented it says so.
 */
export function sendForms() {
  const intents = new Intents();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-post]") || event.defaultPrevented) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter, intents);
  });
}

async function send(form, submitter, intents) {
  const address = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
  // A form without files goes as plain forms do, which costs the server a fraction of reading parts.
  const fields = new FormData(form);
  const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  const intent = Intents.name(address, body);
  const key = form.elements.request_key;
  if (key) body.set(key.name, (key.value = intents.key(intent)));

  document.querySelector('[data-region="notice"]')?.replaceChildren(); // it spoke of the deed before
  const release = hold(form, submitter);
  let answer;
  try {
    answer = await post(address, body);
  } catch {
    const unreached = new CustomEvent("unreached", { bubbles: true, cancelable: true, detail: { body } });
    if (form.dispatchEvent(unreached)) sayNotReached(form);
    return;
  } finally {
    release();
  }
  intents.answered(intent);
  show(answer, form, submitter);
}

async function post(address, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const token = document.querySelector("meta[name=csrf-token]")?.content ?? "";
  const headers = { "X-CSRFToken": token, Accept: REGION };
  const response = await fetch(address, { method: "POST", body, headers, signal: patience.signal });
  const html = await response.text();
  clearTimeout(timer);
  return { response, html };
}

function show({ response, html }, form, submitter) {
  if (response.headers.get("Content-Type")?.startsWith(REGION)) {
    const name = response.headers.get("X-Region");
    const seq = Number(response.headers.get("X-Seq"));
    if (seq) paintNews(name, html, seq, form);
    else paint(name, html, form);
    const region = document.querySelector(`[data-region="${CSS.escape(name)}"]`);
    if (document.activeElement === document.body) region?.focus({ preventScroll: true });
    region?.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: { ok: response.ok } }));
  } else if (response.headers.has("Location")) {
    follow(response.headers.get("Location"), form);
  } else if (!response.ok) {
    form.removeAttribute("data-post"); // the page that says what is wrong is the answer to the form itself
    if (form.requestSubmit) form.requestSubmit(submitter);
    else form.submit();
  } else if (response.status !== 204) {
    location.assign(response.url);
  }
}

/** To where a deed leads: painted into the region that its form's data-post names, else as a page of its own. */
async function follow(address, form) {
  const name = form.dataset.post;
  if (name) {
    const response = await fetch(address, { headers: { Accept: REGION } }).catch(() => null);
    if (response?.headers.get("X-Region") === name) {
      const region = paint(name, await response.text(), form);
      history.pushState(null, "", address);
      region?.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: { ok: true } }));
      return;
    }
  }
  location.assign(address);
}

/** Keeps the form from being sent twice; returns what gives it back, with the focus where it was. */
function hold(form, submitter) {
  const focused = submitter !== null && document.activeElement === submitter;
  form.setAttribute("aria-busy", "true");
  submitter?.setAttribute("aria-busy", "true");
  if (submitter) submitter.disabled = true;
  return () => {
    form.removeAttribute("aria-busy");
    submitter?.removeAttribute("aria-busy");
    if (submitter) submitter.disabled = false;
    if (focused) submitter.focus({ preventScroll: true });
  };
}

/** Out of the template the page was sent, to where refusals stand. */
export function sayNotReached(form) {
  const words = document.getElementById("not-reached").content;
  const notice = document.querySelector('[data-region="notice"]') ?? form;
  notice.prepend(words.firstElementChild.cloneNode(true));
}
