import { RepeatGuard } from "../helpers/repeat-guard.js";
import { Wedge } from "../helpers/wedge.js";

const LAST = "scanned"; // in sessionStorage: who was just checked in still holds the badge when the next page is there

/**
 * Sends each code that is read, by a scanner that types or by a <code-scanner>, with the page's <form data-scan>: its
 * field `code`, and in `typed` what the keyboard's layout made of the keys. Whatever has the focus keeps what it held.
 */
export function sendScans(form) {
  const guard = new RepeatGuard(sessionStorage.getItem(LAST) ?? "", performance.now());
  hearKeys((scan) => document.dispatchEvent(new CustomEvent("scanned", { detail: scan })));
  document.addEventListener("scanned", ({ detail: { code, typed = code } }) => {
    if (!guard.isNew(code, performance.now())) return;
    sessionStorage.setItem(LAST, code);
    form.elements.code.value = code;
    form.elements.typed.value = typed;
    form.querySelector("button").click();
  });
}

/** Calls `tell` with {code, typed} for what a scanner types. Nothing a person types is held back or changed. */
function hearKeys(tell) {
  const wedge = new Wedge();
  let written = null; // the field the keys go to, as it was before the first of them
  let idle;

  const scanned = (scan) => {
    clearTimeout(idle);
    written?.restore();
    tell(scan);
  };

  // Before anyone else hears of it: the Enter at the end of a scan sends no form and presses no button.
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.isComposing) return;
      if (!wedge.isUnderWay(event.timeStamp)) written = null;
      const { code, key, shiftKey, repeat, timeStamp: at } = event;
      const scan = wedge.press({ code, key, shiftKey, repeat, at });
      clearTimeout(idle);
      if (scan) {
        event.preventDefault();
        event.stopImmediatePropagation();
        scanned(scan);
      } else {
        idle = setTimeout(() => {
          const unended = wedge.finish(performance.now());
          if (unended) scanned(unended);
        }, Wedge.IDLE);
      }
    },
    { capture: true },
  );

  addEventListener(
    "beforeinput",
    ({ target }) => {
      if (!("value" in target)) return;
      const { value } = target;
      written ??= { restore: () => (target.value = value) };
    },
    { capture: true },
  );
}
