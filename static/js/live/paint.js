import { Idiomorph } from "idiomorph";

import { isFilledIn, isSameField } from "../helpers/field.js";

/**
 * Morphs the server's HTML into a region of the page and says so with a bubbling `painted` event.
 * What someone is typing and what they have opened stays as it is, except in the form this painting answers.
 * @returns {Element | null} the region, if the page has it
 */
export function paint(name, html, answered = null) {
  const region = document.querySelector(`[data-region="${CSS.escape(name)}"]`);
  if (!region) return null;
  const isAnswered = (node) => answered !== null && (answered.contains(node) || node.contains(answered));
  Idiomorph.morph(region, html, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: (old, fresh) => isAnswered(old) || !isSameField(old, fresh) || !isInUse(old),
      beforeAttributeUpdated: (attribute, node, change) =>
        isAnswered(node) || !(attribute === "open" && change === "remove" && node.localName === "details"),
    },
  });
  region.dispatchEvent(new CustomEvent("painted", { bubbles: true }));
  return region;
}

function isInUse(field) {
  return field === document.activeElement || isFilledIn(field);
}
