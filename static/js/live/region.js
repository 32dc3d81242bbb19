import { io } from "socket.io-client";

import { forgetNews, paintNews } from "./paint.js";

const CUT_OFF_AFTER = 2_000;
const TRY_AGAIN_AFTER = 15_000;
const HEARTBEAT = 5_000;

/**
 * Keeps the page's regions as the server paints them. Nothing goes up: on every new connection the server sends each
 * region as it is now, so a message lost on the way, or in a sleeping phone, does not matter.
 */
export function live() {
  const socket = io({
    path: "/socket.io",
    transports: ["polling", "websocket"], // polling first: iPhones refuse websockets on certificates clicked through
    auth: { screen: document.body.dataset.screen },
    reconnectionDelayMax: TRY_AGAIN_AFTER,
  });

  let cutOff = null;
  const link = (on) => {
    if (!on && cutOff !== null) return;
    clearTimeout(cutOff);
    const show = () => (document.documentElement.dataset.link = on ? "on" : "off");
    if (on) show();
    cutOff = on ? null : setTimeout(show, CUT_OFF_AFTER);
  };
  link(false);

  const lost = (asked) => {
    link(false);
    // a connection the server refused or closed is not tried again by itself
    if (!socket.active && !asked) setTimeout(() => socket.connect(), TRY_AGAIN_AFTER);
  };

  socket.on("connect", () => link(true));
  socket.on("connect_error", () => lost(false));
  socket.on("disconnect", (reason) => {
    forgetNews(); // here and not at "connect": what came before it is delivered first
    lost(reason === "io client disconnect");
  });
  socket.on("screen", ({ region, html, seq }) => {
    paintNews(region, html, seq);
  });
  socket.on("gone", () => {
    sessionStorage.clear(); // what this tab kept of people was the removed screen's
    location.reload();
  });

  // A sleeping phone's connection may be dead and not know it.
  const wake = () => socket.disconnect().connect();
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("resume", wake); // a page the browser had frozen
  addEventListener("online", wake); // the Wi-Fi is back: not to wait for the next try
  whenWokenUp(wake);
}

/** A laptop whose lid was closed wakes up with its page in sight all the time: only the clock tells that it slept. */
function whenWokenUp(wake) {
  let beatAt = Date.now();
  setInterval(() => {
    const slept = Date.now() - beatAt > 3 * HEARTBEAT;
    beatAt = Date.now();
    if (slept && !document.hidden) wake(); // hidden pages' timers are slow, and showing one wakes it anyway
  }, HEARTBEAT);
}
