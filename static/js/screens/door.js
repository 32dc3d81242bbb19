import "../elements/count-down.js";
import { sendForms } from "../live/forms.js";
import { live } from "../live/region.js";
import { searchAsOneTypes } from "../live/search.js";

live();
sendForms();

const input = document.querySelector("input[data-search]");
if (input) searchAsOneTypes(input);
