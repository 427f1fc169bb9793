// The page on which an editor corrects an article: choices become edits (edit-choices.js), and all of them are saved together.
import { setUpAdding } from "./edit-adding.js";
import { accepted, complaintsAbout, described, isStale, merged, ofKind, rejected, renamed, replaces, spokenBy } from "./edit-choices.js";
import { keepKey, keepSteps, keptKey, keptSteps } from "./edit-memory.js";
import { askForSpeaker, openPanel } from "./edit-panels.js";
import { readEdits, writeEdits } from "./edit-server.js";

const page = document.querySelector("[data-edit]");
const article = JSON.parse(document.getElementById("article-data").textContent);
const { article: address, speakers: speakersAddress } = page.dataset;
const one = (name) => page.querySelector(name);
const all = (name) => page.querySelectorAll(name);

/** What was saved before, as the server has it; `null` until a key has opened it. */
let saved = null;
let steps = keptSteps(article.slug);
let isReloading = false;

one("[data-without-script]").hidden = true;
for (const element of all("[data-choices], [data-to-save]")) element.hidden = false;
for (const row of all("[data-quote]"))
  setUpQuote(
    row,
    article.quotes.find(({ id }) => id === row.dataset.quote),
  );
for (const row of all("[data-speaker]"))
  setUpSpeaker(
    row,
    article.speakers.find(({ id }) => id === row.dataset.speaker),
  );
setUpAdding({ article, address: speakersAddress, onAdded: choose });
setUpKey();
show();

function setUpQuote(row, quote) {
  const on = (name) => row.querySelector(`[data-do="${name}"]`);
  on("accept").addEventListener("click", () => choose(accepted(quote, article.text)));
  on("kind").addEventListener("change", ({ target }) => choose(ofKind(quote, target.value)));
  on("speaker").addEventListener("click", ({ currentTarget }) =>
    openPanel(currentTarget, "speaker", row, (panel) => {
      const onChosen = (speakers) => choose(spokenBy(quote, speakers));
      return askForSpeaker(panel, { speakers: article.speakers, named: quote.speakers, address: speakersAddress, onChosen });
    }),
  );
  on("reject").addEventListener("click", ({ currentTarget }) =>
    openPanel(currentTarget, "reject", row, (panel) => () => {
      choose(rejected(quote, panel.querySelector("[data-note]").value));
      return true;
    }),
  );
}

function setUpSpeaker(row, speaker) {
  row.querySelector('[data-do="rename"]').addEventListener("click", ({ currentTarget }) =>
    openPanel(currentTarget, "rename", row, (panel) => {
      const [name, type] = [panel.querySelector("[data-name]"), panel.querySelector("[data-types]")];
      [name.value, type.value] = [speaker.name, speaker.type];
      return () => {
        const edit = renamed(speaker, name.value.trim(), type.value);
        if (edit !== null) choose(edit);
        return true;
      };
    }),
  );
}

function choose(edit) {
  // The last choice of a kind about a quote is the one that counts.
  steps = [...steps.filter(({ edit: other }) => other === undefined || !replaces(edit, other)), { edit }];
  changed(`To be saved: ${described(edit, article)}`);
}

function changed(words) {
  keepSteps(article.slug, steps);
  show();
  one("[data-problem]").replaceChildren();
  say(words);
}

function show() {
  const items = steps.map((step) => {
    const stale = isStale(step, article) ? " – the article has it no longer, so this will change nothing" : "";
    const words = step.edit === undefined ? `Take back: ${described(step.takeBack, article)}` : described(step.edit, article);
    return itemOf(words + stale, "Undo", () => {
      steps = steps.filter((other) => other !== step);
      changed(`Undone: ${words}`);
    });
  });
  one("[data-steps]").replaceChildren(...items);
  one("[data-none]").hidden = steps.length > 0;
  for (const name of ["save", "preview"]) one(`[data-do="${name}"]`).disabled = steps.length === 0;
  showDecisions();
  const { edits = [], notApplied = [] } = saved?.document ?? {};
  const unfit = new Map(notApplied.map(({ index, message }) => [edits[index], ` – no longer fits the article: ${message}`]));
  const before = edits.filter((edit) => !steps.some(({ takeBack }) => takeBack === edit));
  const list = before.map((edit) =>
    itemOf(described(edit, article) + (unfit.get(edit) ?? ""), "Take back", () => {
      steps = [...steps, { takeBack: edit }];
      changed(`To be taken back: ${described(edit, article)}`);
    }),
  );
  one("[data-saved]").hidden = list.length === 0;
  const unfitCount = before.filter((edit) => unfit.has(edit)).length;
  one("[data-saved] summary").textContent = `Saved before: ${list.length}${unfitCount === 0 ? "" : `; without effect: ${unfitCount}`}`;
  one("[data-saved] ol").replaceChildren(...list);
}

/** Says beside each quote what is to be saved of it, and shows the kind that it will have. */
function showDecisions() {
  for (const row of all("[data-quote]")) {
    const quote = article.quotes.find(({ id }) => id === row.dataset.quote);
    const edits = steps.flatMap(({ edit }) => (edit?.quote?.id === quote.id ? [edit] : []));
    const decided = row.querySelector("[data-decided]");
    decided.hidden = edits.length === 0;
    decided.textContent = edits.length === 0 ? "" : `To be saved: ${edits.map((edit) => described(edit, article)).join("; ")}`;
    row.querySelector('[data-do="kind"]').value = edits.findLast(({ kind }) => kind !== undefined)?.kind ?? quote.kind;
  }
}

function itemOf(words, label, onClick) {
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: label });
  button.setAttribute("aria-label", `${label}: ${words}`);
  button.addEventListener("click", () => {
    onClick();
    // The button is gone: what comes next is beside it.
    (one("[data-steps] button") ?? one("#to-save")).focus();
  });
  item.append(`${words} `, button);
  return item;
}

function setUpKey() {
  const form = one("[data-key]");
  const field = one("#key");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = field.value.trim();
    if (/^[\x21-\x7e]+$/.test(key)) open(key);
    else complain("This is not a key", ["A key is one word, like vbk_…, without spaces."], "[data-key-problem]");
  });
  one('[data-do="forget"]').addEventListener("click", () => {
    saved = null;
    closeKey();
    show();
  });
  one('[data-do="save"]').addEventListener("click", () => send(false));
  one('[data-do="preview"]').addEventListener("click", () => send(true));
  one('[data-do="reload"]').addEventListener("click", reload);
  showKey(false);
  const key = keptKey();
  if (key !== null) open(key);
}

function showKey(isOpen) {
  one("[data-key]").hidden = isOpen;
  one("[data-has-key]").hidden = !isOpen;
}

/** Asks for a key again. */
function closeKey() {
  keepKey(null);
  showKey(false);
  one("#key").focus();
}

/** Opens the saved edits with a key, and keeps it when it is one. */
async function open(key) {
  try {
    saved = await readEdits(address, key);
  } catch (refusal) {
    if (isOfKey(refusal)) closeKey();
    return complain(titleOf(refusal), [refusal.detail], "[data-key-problem]");
  }
  keepKey(key);
  one("#key").value = "";
  for (const place of all("[data-problem], [data-key-problem]")) place.replaceChildren();
  showKey(true);
  // What is to be taken back is one of these.
  steps = steps.flatMap((step) => (step.takeBack === undefined ? [step] : takenBack(step)));
  show();
}

function takenBack({ takeBack }) {
  const edit = saved.document.edits.find((other) => JSON.stringify(other) === JSON.stringify(takeBack));
  return edit === undefined ? [] : [{ takeBack: edit }];
}

async function send(isTry) {
  const key = keptKey();
  if (saved === null || key === null) {
    one("#key").focus();
    return complain("A key is needed to save", ["Fill it in. What you have chosen stays."], "[data-key-problem]");
  }
  const document = { ...saved.document, edits: merged(saved.document.edits, steps) };
  for (const name of ["save", "preview"]) one(`[data-do="${name}"]`).disabled = true;
  say(isTry ? "Asking the server…" : "Saving…");
  try {
    await writeEdits(address, key, document, saved.tag, isTry);
    one("[data-problem]").replaceChildren();
    if (isTry) say("The server would take all of this. Nothing is saved yet.");
    else finish();
  } catch (refusal) {
    say("");
    if (isOfKey(refusal)) {
      closeKey();
      complain(titleOf(refusal), [refusal.detail, "What you have chosen stays."], "[data-key-problem]");
    } else if (refusal.status !== 412) complain(refusal.message, complaintsAbout(document.edits, refusal, article));
    else {
      complain("Somebody else saved corrections of this article", [
        "Nothing of yours is saved, and nothing is lost: load the page again, look at what is new, and save then.",
      ]);
      one('[data-do="reload"]').hidden = false;
      one('[data-do="reload"]').focus();
    }
  } finally {
    for (const name of ["save", "preview"]) one(`[data-do="${name}"]`).disabled = steps.length === 0;
  }
}

function finish() {
  keepSteps(article.slug, []);
  steps = [];
  location.hash = "saved";
  reload();
}

if (location.hash === "#saved") {
  history.replaceState(null, "", location.pathname + location.search);
  say("Saved. The page shows the article as it is now.");
  one("#to-save").focus();
}

function say(words) {
  one("[data-said]").textContent = words;
}

/** Whether it is the key that the server refuses: it was removed meanwhile, or may not write corrections. */
function isOfKey({ status }) {
  return status === 401 || status === 403;
}

function titleOf(refusal) {
  return isOfKey(refusal) ? "This key cannot be used" : refusal.message;
}

/** Says what is wrong, beside what it is about. Nothing is returned. */
function complain(title, messages, place = "[data-problem]") {
  const head = document.createElement("h3");
  head.textContent = title;
  const lines = messages.map((message) => Object.assign(document.createElement("p"), { textContent: message }));
  one(place).replaceChildren(head, ...lines);
  one(place).scrollIntoView({ block: "nearest" });
}

// A tab that is closed forgets them.
addEventListener("beforeunload", (event) => {
  if (steps.length > 0 && !isReloading) event.preventDefault();
});

function reload() {
  isReloading = true;
  location.reload();
}
