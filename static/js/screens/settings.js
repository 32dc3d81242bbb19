import "../elements/spot-plan.js";
import { askBeforeLeaving } from "../live/unsaved.js";

askBeforeLeaving();
