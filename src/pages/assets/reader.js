// Adds to pages that work without it: buttons that copy a citation.
const status = document.querySelector("[data-status]");

for (const button of document.querySelectorAll("button[data-citation]")) {
  // Only pages from https or from this machine may write to the clipboard.
  if (navigator.clipboard === undefined) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    let said = "Citation copied";
    try {
      await navigator.clipboard.writeText(button.dataset.citation);
    } catch {
      said = "The browser did not allow copying";
    }
    button.textContent = said;
    if (status !== null) status.textContent = said;
    setTimeout(() => {
      button.textContent = label;
      if (status !== null) status.textContent = "";
    }, 2500);
  });
}
