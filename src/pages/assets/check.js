// Adds to pages of checked quotes, which work without it: printing, the size of a file before it is sent.

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
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
