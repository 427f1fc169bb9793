// Adds to pages that work without it: code and citations are copied, as text, as Markdown, or as HTML that an editor pastes as a quotation.
const status = document.querySelector("[data-status]");

// Only pages from https or from this machine may write to the clipboard.
if (navigator.clipboard !== undefined && window.ClipboardItem !== undefined) {
  for (const control of document.querySelectorAll("[data-copy]")) {
    control.hidden = false;
    control.addEventListener("click", (event) => {
      event.preventDefault();
      copy(control);
    });
  }
}

async function copy(control) {
  const menu = control.closest("details.menu");
  const shown = menu?.querySelector("summary") ?? control;
  if (menu !== null) {
    menu.open = false;
    shown.focus();
  }
  try {
    // The item takes promises, since Safari allows no writing once an answer had to be waited for.
    await navigator.clipboard.write([new ClipboardItem(formsOf(control.dataset.copy, wordsOf(control)))]);
    say(shown, control.dataset.said ?? "Citation copied");
  } catch {
    say(shown, "Not copied");
  }
}

/** The citation: on the page, or behind the link. */
async function wordsOf({ dataset, href }) {
  if (dataset.from !== undefined) return document.getElementById(dataset.from).textContent;
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} for ${href}`);
  return answer.text();
}

function formsOf(format, words) {
  const form = (type, text) => text.then((value) => new Blob([value], { type }));
  if (format !== "html") return { "text/plain": form("text/plain", words) };
  // Of a whole document its figure is the citation.
  const figure = words.then((value) => new DOMParser().parseFromString(value, "text/html").querySelector("figure")?.outerHTML ?? value);
  return { "text/html": form("text/html", figure), "text/plain": form("text/plain", figure) };
}

/** Shows words in place of a control's own for a while, and says them aloud. */
function say(control, words) {
  const own = control.dataset.own ?? control.textContent;
  control.dataset.own = own;
  control.textContent = words;
  if (status !== null) status.textContent = words;
  clearTimeout(Number(control.dataset.timer));
  control.dataset.timer = setTimeout(() => {
    control.textContent = own;
    if (status !== null) status.textContent = "";
  }, 2500);
}

// A menu closes with Escape, or when something else is chosen.
document.addEventListener("keydown", ({ key }) => {
  const menu = key === "Escape" ? document.querySelector("details.menu[open]") : null;
  if (menu === null) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
});

// Editors, whose key this tab has, are led to the page on which they correct an article. A browser that keeps nothing throws.
try {
  const isEditor = sessionStorage.getItem("verbatim-key") !== null;
  for (const link of document.querySelectorAll("[data-edit-link]")) link.hidden = !isEditor;
} catch {}
