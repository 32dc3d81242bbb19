const FIELDS = ["input", "textarea", "select"];
const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

/** Whether both nodes are the same field of the same form: the old one may then be kept in place of the new one. */
export function isSameField(old, fresh) {
  return (
    FIELDS.includes(old.localName) &&
    old.type !== "hidden" &&
    old.name === fresh.name &&
    (!isTicked(old) || old.value === fresh.value) &&
    old.form?.getAttribute("action") === fresh.form?.getAttribute("action")
  );
}

/** Whether someone has changed the field since it was painted. */
export function isFilledIn(field) {
  if (field.localName === "select") {
    const painted = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, painted);
  }
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}
