import "../elements/code-scanner.js";

// The first badge that is read is met: the form is sent once, as a hand would.
const form = document.querySelector("form[data-scan]");
document.addEventListener("scanned", ({ detail: { code } }) => {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  form.elements.code.value = code;
  form.submit();
});
addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
