import { deedOf, isSameDeed } from "../helpers/deed.js";
import { badgeCode, findGuests } from "../helpers/guest-search.js";
import { randomKey } from "../helpers/intents.js";
import { Outbox } from "../helpers/outbox.js";
import { Contact } from "./contact.js";
import { sayNotReached } from "./forms.js";
import { KeptGuests } from "./kept-guests.js";
import { Panel } from "./panel.js";
import { Shelf } from "./shelf.js";

const MOST_HITS = 8;

/**
 * Lets a door go on while the kiosk cannot be reached: what a <form data-keep="who it is about"> would send is kept on
 * the tablet and sent later, and guests are found in a list the tablet holds. `root` is templates/door/_cut_off.html.
 */
export function goOnWhenCutOff(root, input) {
  const panel = new Panel(root);
  const guests = new KeptGuests(root.dataset.guests);
  const outbox = new Outbox(new Shelf(), (deed) => send(root.dataset.catchUp, deed), show);
  const contact = new Contact(root.dataset.alive, lostOrBack, catchUp);
  let stuck = false;

  function lostOrBack() {
    search();
    show();
  }

  async function catchUp() {
    guests.refresh();
    try {
      await outbox.send();
      stuck = false;
      if (document.querySelector(".kept")) paintHits(); // it waits no longer
    } catch (error) {
      stuck = error instanceof NotTaken;
      if (!stuck) contact.ask();
    }
    show();
  }

  /** Keeps what a form would send. Only when it is safely kept is anyone told so. */
  async function keep(form, body, key) {
    const deed = { key, at: Date.now(), ...deedOf(body, form.dataset.keep, guests.all()) };
    try {
      const before = (await outbox.waiting()).find((other) => isSameDeed(deed, other));
      if (!before) await outbox.keep(deed);
      sayKept(before ?? deed);
    } catch {
      sayNotReached(form); // the browser keeps nothing here, or the tablet is full
    }
  }

  function sayKept({ key, at, said, fields }) {
    const card = panel.fill("kept", { said, at: panel.clock(at) });
    const guest = guests.all().find(({ id }) => id === fields.attendee_id);
    card.querySelector(".result-attention").hidden = !guest?.attention;
    card.querySelector("button").addEventListener("click", async () => {
      await outbox.putAway(key);
      paintHits();
    });
    paintHits(card);
    scrollTo(0, 0);
    input.value = "";
    input.focus();
  }

  function search() {
    if (contact.reached || !input.value.trim()) return;
    const owner = guests.all().filter(({ code }) => code === badgeCode(input.value));
    const found = owner.length ? owner : findGuests(guests.all(), input.value, MOST_HITS);
    const hits = panel.fill(found.length ? "hits" : "nobody");
    for (const guest of found) {
      const row = panel.fill("hit", guest);
      row.querySelector("form").dataset.keep = guest.name;
      row.querySelector("[name=attendee_id]").value = guest.id;
      hits.querySelector("ul").append(row);
    }
    if (!found.length) hits.querySelector("[name=name]").value = input.value;
    paintHits(hits);
  }

  async function show() {
    const kept = await outbox.kept().catch(() => []);
    const refused = kept.filter((deed) => deed.refused);
    const waiting = kept.length - refused.length;
    const states = { cut: !contact.reached, waiting, stuck: stuck && waiting, refused: refused.length };
    panel.show(states, { count: waiting, last: panel.clock(contact.lastAt) });
    panel.list(
      "refused",
      refused.map(({ key, at, said, refused: why }) => {
        const row = panel.fill("refused", { said, at: panel.clock(at), why });
        row.querySelector("button").addEventListener("click", () => outbox.putAway(key));
        return row;
      }),
    );
  }

  document.addEventListener(
    "submit",
    (event) => {
      if (contact.reached || !event.target.matches("[data-keep]")) return;
      event.preventDefault();
      keep(event.target, new FormData(event.target), randomKey());
    },
    { capture: true },
  );
  document.addEventListener("unreached", (event) => {
    contact.ask();
    if (!event.target.matches?.("[data-keep]")) return;
    event.preventDefault();
    keep(event.target, event.detail.body, event.detail.body.get("request_key"));
  });
  input.addEventListener("input", search);
  input.addEventListener("keydown", ({ key, isComposing }) => {
    if (contact.reached || key !== "Enter" || isComposing) return;
    const found = document.querySelectorAll('[data-region="hits"] [data-hit] button');
    if (found.length === 1) found[0].click();
  });
  show();
}

const paintHits = (...nodes) => document.querySelector('[data-region="hits"]').replaceChildren(...nodes);

/** The kiosk answers, and takes nothing: it is busy, or the page is too old for it. */
class NotTaken extends Error {}

async function send(address, { key, at, fields }) {
  const body = new URLSearchParams({ ...fields, request_key: key, waited_ms: Math.max(0, Date.now() - at) });
  const token = document.querySelector("meta[name=csrf-token]").content;
  const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token } });
  if (!answer.ok) throw new NotTaken();
  return (await answer.json()).refused;
}
