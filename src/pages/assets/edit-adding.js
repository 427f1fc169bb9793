// A quote that was missed: its words are selected in the text, or typed.
import { added, placesTyped, trimmed, wordsAt } from "./edit-choices.js";
import { askForSpeaker, chosenWords, openPanel } from "./edit-panels.js";

/** Sets the form up that adds a quote. @param onAdded is given the edit */
export function setUpAdding({ article, address, onAdded }) {
  const form = document.querySelector("[data-add]");
  const words = form.querySelector("#add-words");
  const which = form.querySelector("#add-which");
  const found = form.querySelector("#add-found");
  const list = form.querySelector("[data-pieces]");
  let pieces = [];
  let speakers = [];
  form.hidden = false;

  document.addEventListener("selectionchange", () => {
    const selected = selectedPart(article.text);
    if (selected === null) return;
    if (selected.message !== undefined) {
      found.textContent = selected.message;
      return;
    }
    words.value = article.text.slice(selected.start, selected.end);
    which.value = String(placesTyped(article.text, words.value).findIndex(({ start }) => start === selected.start) + 1);
    tellPlaces();
  });
  words.addEventListener("input", () => {
    which.value = "1";
    tellPlaces();
  });

  function tellPlaces() {
    const { length } = placesTyped(article.text, words.value);
    which.max = String(Math.max(1, length));
    which.closest("label").hidden = length < 2;
    found.textContent = words.value.trim() === "" ? "" : placesInWords(words.value.trim(), length);
  }

  form.querySelector('[data-do="segment"]').addEventListener("click", take);

  /** Takes the words in the field as a piece. @returns whether the text has them */
  function take() {
    const place = placesTyped(article.text, words.value)[Number(which.value) - 1];
    if (place === undefined) {
      found.textContent = placesInWords(words.value.trim(), 0);
      words.focus();
      return false;
    }
    const { start, end } = place;
    pieces = [...pieces, { start, ...wordsAt(article.text, start, end) }].sort((a, b) => a.start - b.start);
    words.value = "";
    found.textContent = `Taken: “${article.text.slice(start, end)}”. A quote of several pieces takes the next one now.`;
    which.closest("label").hidden = true;
    showPieces();
    return true;
  }

  function showPieces() {
    list.replaceChildren(
      ...pieces.map((piece) => {
        const item = document.createElement("li");
        const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: "Leave out" });
        button.setAttribute("aria-label", `Leave out “${piece.text}”`);
        button.addEventListener("click", () => {
          pieces = pieces.filter((other) => other !== piece);
          showPieces();
          words.focus();
        });
        item.append(`“${piece.text}” `, button);
        return item;
      }),
    );
  }

  const choose = form.querySelector('[data-do="speaker"]');
  choose.addEventListener("click", () =>
    openPanel(choose, "speaker", form.parentElement.querySelector("[data-panel-place]"), (panel) =>
      askForSpeaker(panel, { speakers: article.speakers, named: speakers, address, onChosen: setSpeakers }),
    ),
  );
  function setSpeakers(chosen) {
    speakers = chosen;
    form.querySelector("[data-chosen]").textContent = chosenWords(speakers);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Words that are still in the field belong to the quote.
    if ((words.value.trim() !== "" || pieces.length === 0) && !take()) return;
    const segments = pieces.map(({ start: _, ...piece }) => piece);
    onAdded(added(form.querySelector("#add-kind").value, segments, speakers));
    pieces = [];
    setSpeakers([]);
    showPieces();
    found.textContent = "Added to what is to be saved.";
  });
}

function placesInWords(words, count) {
  if (words === "") return "Select or type the words of the quote first.";
  if (count === 0) return "The text does not hold these words as they are written here.";
  return count === 1 ? "They stand in the text once." : `They stand in the text ${count} times: say which of the places is meant.`;
}

/** The selected part of the article's text (UTF-16); a message where it is not one of a quote; `null` where nothing of it is selected. */
function selectedPart(text) {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [first, last] = [range.startContainer, range.endContainer].map(paragraphOf);
  if (first === undefined) return null;
  // A paragraph that is selected by clicking three times ends at the beginning of the next one.
  const isWhole = first !== last && range.endOffset === 0;
  if (first !== last && !isWhole)
    return { message: "Select words of one paragraph at a time: what goes on in the next one is another piece." };
  const at = Number(first.dataset.at);
  const start = at + lengthBetween(first, range.startContainer, range.startOffset);
  const end = isWhole ? at + first.textContent.length : at + lengthBetween(first, range.endContainer, range.endOffset);
  return trimmed(text, start, end);
}

function paragraphOf(node) {
  return (node instanceof Element ? node : node.parentElement)?.closest("[data-text] [data-at]") ?? undefined;
}

function lengthBetween(paragraph, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
