import { Idiomorph } from "idiomorph";

import { Sequence } from "../helpers/sequence.js";
import { isFilledIn, isSameField } from "../helpers/field.js";

/**
 * Morphs the server's HTML into a region of the page and says so with a bubbling `painted` event.
 * What someone is typing and what they have opened stays as it is, except in the form this painting answers; so does a
 * part that says data-stays: a region which only its own answers paint.
 * @returns {Element | null} the region, if the page has it
 */
export function paint(name, html, answered = null) {
  const region = document.querySelector(`[data-region="${CSS.escape(name)}"]`);
  if (!region) return null;
  const isAnswered = (node) => answered !== null && (answered.contains(node) || node.contains(answered));
  Idiomorph.morph(region, html, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: (old, fresh) =>
        old.dataset?.stays === undefined && (isAnswered(old) || !isSameField(old, fresh) || !isInUse(old)),
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

const sequence = new Sequence();

/** As paint, unless the page has something newer: a socket's news and a form's answer may overtake each other. */
export function paintNews(name, html, seq, answered = null) {
  return sequence.isNews(name, seq) ? paint(name, html, answered) : null;
}

/** After the connection was lost the numbers begin anew: the server may be another process. */
export const forgetNews = () => sequence.restart();
