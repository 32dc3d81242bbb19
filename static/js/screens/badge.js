// Sends the page's one form by itself, once: not again when the page is reloaded or returned to.
const form = document.querySelector("form[data-once]");
if (form && !history.state?.sent) {
  history.replaceState({ sent: true }, "");
  form.submit();
}
