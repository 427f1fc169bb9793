// The small forms that open below a quote or a speaker.
import { nameQuery, namesOf } from "./edit-choices.js";
import { findSpeakers } from "./edit-server.js";

/** Milliseconds without a keystroke after which a name is looked for. */
const PAUSE = 250;

/**
 * Opens a form below what its button belongs to, or closes it. One is open at a time, so that no choice is left half made.
 *
 * @param place the element it is put at the end of
 * @param fill is given the form; returns what to do when it is sent, which returns whether it is done
 */
export function openPanel(button, name, place, fill) {
  const isOpen = button.getAttribute("aria-expanded") === "true";
  closePanels();
  if (isOpen) return;
  const panel = document.getElementById(`${name}-panel`).content.firstElementChild.cloneNode(true);
  const onSent = fill(panel);
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    if (onSent()) close(button);
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close(button);
  });
  panel.querySelector('[data-do="close"]').addEventListener("click", () => close(button));
  place.append(panel);
  button.setAttribute("aria-expanded", "true");
  panel.querySelector("input:checked, input, select").focus();
}

export function closePanels() {
  for (const panel of document.querySelectorAll("form.panel")) panel.remove();
  for (const button of document.querySelectorAll('[aria-expanded="true"]')) button.setAttribute("aria-expanded", "false");
}

function close(button) {
  closePanels();
  button.focus();
}

/**
 * Fills the form that asks who speaks.
 *
 * @param speakers of the article
 * @param named who is named now
 * @param address where speakers of all articles are looked for
 * @param onChosen is given the speakers
 */
export function askForSpeaker(panel, { speakers, named, address, onChosen }) {
  const options = panel.querySelector("[data-options]");
  const look = panel.querySelector("[data-look]");
  const looked = panel.querySelector("[data-looked]");
  const type = panel.querySelector("[data-type]");
  const also = panel.querySelector("[data-also]");
  const choices = [];
  const offer = (label, speaker, isFound) => {
    const option = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "speaker", value: String(choices.length) });
    option.className = isFound ? "option found-name" : "option";
    option.append(input, ` ${label}`);
    options.append(option);
    choices.push(speaker);
    return input;
  };
  for (const speaker of speakers) offer(speaker.name, speaker).checked = speaker.id === named[0]?.id;
  offer("Nobody is named", null).checked = named.length === 0;
  if (named.length === 0) also.closest("label").hidden = true;
  options.addEventListener("change", () => {
    type.hidden = !isNew(chosen());
  });
  const chosen = () => choices[Number(options.querySelector("input:checked")?.value)];

  let timer;
  let asking = new AbortController();
  look.addEventListener("input", () => {
    clearTimeout(timer);
    asking.abort();
    timer = setTimeout(find, PAUSE);
  });
  async function find() {
    const name = look.value.replace(/\s+/g, " ").trim();
    asking = new AbortController();
    for (const option of options.querySelectorAll(".found-name")) option.remove();
    type.hidden = true;
    looked.textContent = "";
    if (nameQuery(name) === "") return;
    try {
      const found = await findSpeakers(address, name, asking.signal);
      const others = found.filter(({ id }) => !speakers.some((speaker) => speaker.id === id));
      for (const speaker of others)
        offer(
          `${speaker.name} (${speaker.quoteCount} ${speaker.quoteCount === 1 ? "quote" : "quotes"}, ${speaker.id})`,
          ofSummary(speaker),
          true,
        );
      offer(`“${name}” as a new name`, { name, type: "person" }, true);
      looked.textContent = `${others.length === 0 ? "Nobody else" : others.length} found among all speakers; choose above.`;
    } catch (error) {
      if (error.name !== "AbortError") looked.textContent = `${error.message}. ${error.detail ?? ""}`;
    }
  }

  return () => {
    const one = chosen();
    if (one === undefined) {
      looked.textContent = "Choose somebody above first.";
      return false;
    }
    const speaker = isNew(one) ? { ...one, type: type.querySelector("select").value } : one;
    const kept = also.checked ? named.filter(({ id }) => id !== speaker?.id) : [];
    onChosen(speaker === null ? [] : [...kept, speaker]);
    return true;
  };
}

const isNew = (speaker) => speaker !== null && speaker !== undefined && speaker.id === undefined;
const ofSummary = ({ id, name, type }) => ({ id, name, type });

/** Who is chosen, in words. */
export function chosenWords(speakers) {
  return speakers.length === 0 ? "Nobody is named" : namesOf(speakers);
}
