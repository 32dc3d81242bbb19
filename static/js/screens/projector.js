import "../elements/screen-look.js"; // first: the others ask it whether things may move
import "../elements/count-down.js";
import "../elements/fitted-words.js";
import "../elements/page-turner.js";
import "../elements/people-graph.js";
import { live } from "../live/region.js";

live();
