import { Lead } from "../helpers/lead.js";
import { Tones } from "../helpers/tones.js";

const BUZZ = [200, 100, 200]; // milliseconds on, off, on
const NOTES = [587, 880]; // hertz
const SOUND = "sound";

/**
 * Tells of a new prompt, <… data-prompt="id" data-title="Go meet Ana">, and again when it is on. It is said to those
 * who listen, in [data-news]. The tab that leads buzzes, where phones can, and sounds, where the guest switched that on
 * with the button in [data-sound]. Behind other pages it takes the title, and an icon in the beacon's colour.
 */
export function tellNews() {
  const tones = new Tones();
  const lead = new Lead(window.BroadcastChannel && new BroadcastChannel("kiosk-phone"));
  const icon = document.querySelector("link[rel=icon]");
  const quiet = { title: document.title, icon: icon.href };
  const prompt = () => document.querySelector("[data-prompt]");
  const newsOf = (shown) => shown && `${shown.dataset.prompt} ${shown.dataset.title}`;
  const wear = ({ title, icon: href }) => {
    document.title = title;
    icon.href = href;
  };
  let known = newsOf(prompt());

  document.addEventListener("painted", ({ target }) => {
    if (target.dataset.region !== "phone") return;
    const shown = prompt();
    const news = newsOf(shown);
    if (news === known) return;
    known = news;
    wear(shown && document.hidden ? { title: shown.dataset.title, icon: dot(shown) } : quiet);
    if (!shown) return;
    document.querySelector("[data-news]").textContent = shown.dataset.title;
    if (!lead.leads) return;
    // before the first tap on the page browsers refuse, and complain
    if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(BUZZ);
    if (localStorage.getItem(SOUND) !== null) tones.play(NOTES);
  });

  // A message to everybody, <… data-message="The band begins">, is said when it is new.
  const message = () => document.querySelector("[data-message]")?.dataset.message;
  let said = message();

  document.addEventListener("painted", ({ target }) => {
    if (target.dataset.region !== "phone" || message() === said) return;
    said = message();
    document.querySelector("[data-news]").textContent = said ?? "";
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    wear(quiet);
    lead.take();
  });
  addEventListener("pagehide", () => lead.leave());
  addEventListener("pageshow", ({ persisted }) => persisted && lead.take());
  offerSound(tones);
}

function offerSound(tones) {
  const switched = document.querySelector("[data-sound]");
  const button = switched.querySelector("button");
  const show = () => button.setAttribute("aria-pressed", String(localStorage.getItem(SOUND) !== null));
  switched.hidden = false;
  show();
  button.addEventListener("click", () => {
    if (localStorage.getItem(SOUND) !== null) localStorage.removeItem(SOUND);
    else {
      localStorage.setItem(SOUND, "on");
      tones.wake().then(() => tones.play(NOTES));
    }
    show();
  });
}

/** A round icon in the colour of a prompt's beacon. */
function dot(shown) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(shown).getPropertyValue("--beacon") || "#1c1a16";
  pen.arc(16, 16, 16, 0, 2 * Math.PI);
  pen.fill();
  return canvas.toDataURL();
}
