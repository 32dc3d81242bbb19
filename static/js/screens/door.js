import "../elements/code-scanner.js";
import "../elements/count-down.js";
import "../elements/result-sound.js";
import { goOnWhenCutOff } from "../live/cut-off.js";
import { sendForms } from "../live/forms.js";
import { live } from "../live/region.js";
import { sendScans } from "../live/scans.js";
import { searchAsOneTypes } from "../live/search.js";

live();
sendForms();

const input = document.querySelector("input[data-search]");
if (input) {
  searchAsOneTypes(input);
  sendScans(document.querySelector("form[data-scan]"));
  goOnWhenCutOff(document.querySelector("[data-keeping]"), input);
}
