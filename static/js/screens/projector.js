import "../elements/count-down.js";
import "../elements/fitted-words.js";
import "../elements/page-turner.js";
import "../elements/people-graph.js";
import { live } from "../live/region.js";

live();
