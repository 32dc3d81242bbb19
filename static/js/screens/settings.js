import "../elements/spot-plan.js";
