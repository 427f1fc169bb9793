// Adds to pages of checked quotes, which work without it: printing, copying, the size of a file before it is sent.
const said = document.querySelector("[data-status]");

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  // Only pages from https or from this machine may write to the clipboard.
  if (navigator.clipboard === undefined) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(
      () => "Report copied",
      () => "The browser did not allow copying",
    );
    button.textContent = copied;
    if (said !== null) said.textContent = copied;
    setTimeout(() => {
      button.textContent = label;
      if (said !== null) said.textContent = "";
    }, 2500);
  });
}

// What is shown first is read and reached first.
const summary = document.getElementById("summary");
document.querySelector(".report-head")?.after(...(summary === null ? [] : [summary]));

for (const input of document.querySelectorAll("input[data-most]")) {
  input.addEventListener("change", () => {
    const [file] = input.files;
    const most = Number(input.dataset.most);
    const isLarge = file !== undefined && file.size > most;
    input.setCustomValidity(isLarge ? `This file is larger than ${most / 1024} KiB. Check it in parts.` : "");
    if (isLarge) input.reportValidity();
  });
}
