import { linkToken } from "../helpers/link-token.js";

// The token is read where no server log sees it, and taken out of the address before anyone can copy it.
function read() {
  const token = linkToken(location.hash);
  if (!token) return;
  const form = document.querySelector("form[data-link]");
  form.elements.token.value = token;
  form.hidden = false;
  history.replaceState(null, "", location.pathname + location.search);
}

read();
addEventListener("hashchange", read); // a newer code, scanned into the tab that shows an older one
