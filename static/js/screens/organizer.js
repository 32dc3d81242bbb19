import "../elements/count-down.js";
import { sendForms } from "../live/forms.js";
import { live } from "../live/region.js";

live();
sendForms();
