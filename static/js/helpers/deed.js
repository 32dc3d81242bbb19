import { badgeCode } from "./guest-search.js";

/**
 * What a form of the door asks for, to be kept: {said, fields}, `fields` being what the kiosk is sent later and `said`
 * what a person reads. A badge that is known here becomes its owner's name; any other code the kiosk looks up later.
 * @param {Iterable<[string, string]>} body the form's fields  @param {string} who the form's own word for the guest
 */
export function deedOf(body, who, guests) {
  const { attendee_id, name, code, typed } = Object.fromEntries(body);
  if (attendee_id) return { said: who, fields: { attendee_id } };
  if (name !== undefined) return { said: name.trim(), fields: { name } };
  const owner = badgeCode(code) && guests.find((guest) => guest.code === badgeCode(code));
  return owner ? { said: owner.name, fields: { attendee_id: owner.id } } : { said: code, fields: { code, typed } };
}

/** Whether both are the same guest, for certain: two of the same name may walk in. */
export function isSameDeed(one, other) {
  return !("name" in one.fields) && JSON.stringify(one.fields) === JSON.stringify(other.fields);
}
