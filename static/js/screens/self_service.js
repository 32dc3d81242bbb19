import "../elements/code-scanner.js";
import "../elements/count-down.js";
import "../elements/time-out.js";
import { sendForms } from "../live/forms.js";
import { sendScans } from "../live/scans.js";

sendForms();

const form = document.querySelector("form[data-scan]");
if (form) sendScans(form);

// Locked to one task, as far as a page can: no menu under a long touch, no going back to the guest before.
document.addEventListener("contextmenu", (event) => event.preventDefault());
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
