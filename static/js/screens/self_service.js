import "../elements/code-scanner.js";
import "../elements/count-down.js";
import "../elements/time-out.js";
import { sendForms } from "../live/forms.js";
import { Contact } from "../live/contact.js";
import { sendScans } from "../live/scans.js";

sendForms();

const nothing = () => {};
new Contact("/healthz", nothing, nothing); // this page has no socket: so the organizer sees that the tablet is on

const form = document.querySelector("form[data-scan]");
if (form) sendScans(form);

// Locked to one task, as far as a page can: no menu under a long touch, no going back to the guest before.
document.addEventListener("contextmenu", (event) => event.preventDefault());
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
