// The picture must be there before it is printed; closing the dialogue closes the page that was opened for it.
const badge = document.querySelector(".paper > img");
await badge.decode();
addEventListener("afterprint", () => window.close());
print();
