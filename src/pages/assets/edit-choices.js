// What an editor chooses, as edits of the article: plain values in, plain values out. `edit-choices.d.ts` has their types.

/** Confirms who says a quote; `null` when the text names nobody. */
export function accepted(quote, text) {
  if (quote.speakers.length > 0) return { op: "set", quote: targetOf(quote), speakers: quote.speakers };
  if (quote.mention === null) return null;
  return { op: "set", quote: targetOf(quote), mention: wordsAt(text, quote.mention.at, quote.mention.at + quote.mention.text.length) };
}

/** Sets who says a quote. Without a speaker nobody is named: then no words name one either. */
export function spokenBy(quote, speakers) {
  return { op: "set", quote: targetOf(quote), speakers, ...(speakers.length === 0 ? { mention: null } : {}) };
}

export function ofKind(quote, kind) {
  return { op: "set", quote: targetOf(quote), kind };
}

export function rejected(quote, note) {
  return { op: "reject", quote: targetOf(quote), ...noted(note) };
}

/** @param segments words as `wordsAt` gives them */
export function added(kind, segments, speakers) {
  return { op: "add", kind, segments, ...(speakers.length === 0 ? {} : { speakers }) };
}

/** Another name or type of a speaker in this article; `null` when both stay. */
export function renamed(speaker, name, type) {
  const changes = { ...(name === speaker.name ? {} : { name }), ...(type === speaker.type ? {} : { type }) };
  return Object.keys(changes).length === 0 ? null : { op: "set-speaker", speaker: speaker.id, ...changes };
}

const targetOf = ({ id, text }) => ({ id, text });
const noted = (note) => (note.trim() === "" ? {} : { note: note.trim() });

// White space and marks around words that were selected with their marks.
const BEFORE = /^[\s"“”„«»「『‘]+/u;
const AFTER = /[\s"“”„«»」』]+$/u;

/** A part of a text (UTF-16, half open) without white space and quotation marks around it; `null` when nothing is left. */
export function trimmed(text, start, end) {
  const words = text.slice(start, end);
  const from = start + (BEFORE.exec(words)?.[0].length ?? 0);
  const to = end - (AFTER.exec(words)?.[0].length ?? 0);
  return from < to ? { start: from, end: to } : null;
}

/** Where words stand in a text: UTF-16 indices; places may overlap, as they do for the server. */
export function placesOf(text, words) {
  const places = [];
  if (words === "") return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** Letter for letter, so that places stay: marks, apostrophes and spaces as a keyboard has them. */
const asTyped = (words) =>
  words
    .replace(/[‘’‚]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\s/g, " ");

/** Where words that somebody typed stand in a text, without the marks around them. */
export function placesTyped(text, typed) {
  const { start, end } = trimmed(typed, 0, typed.length) ?? { start: 0, end: 0 };
  const words = asTyped(typed.slice(start, end)).replace(/ +/g, " ");
  return placesOf(asTyped(text), words).map((at) => ({ start: at, end: at + words.length }));
}

/** Words of a text as edits name them: which occurrence it is, where it is not the first. */
export function wordsAt(text, start, end) {
  const words = text.slice(start, end);
  const occurrence = placesOf(text, words).indexOf(start) + 1;
  return occurrence > 1 ? { text: words, occurrence } : { text: words };
}

/** What an edit may say. Who speaks and the words that name him are one thing: whoever sets the one has looked at the other. */
const SAYINGS = [["kind"], ["speakers", "mention"], ["name"], ["type"]];

/** Whether a choice says all that an earlier one says of the same quote or speaker. */
export function replaces(edit, earlier) {
  const says = (one, names) => names.some((name) => Object.hasOwn(one, name));
  const subject = subjectOf(edit);
  return subject !== null && subject === subjectOf(earlier) && SAYINGS.every((names) => says(edit, names) || !says(earlier, names));
}

/**
 * The edits to be saved: those that were saved before, with the steps of the editor. Edits of one quote or speaker become one, and
 * a step that is there already changes nothing, so that saving twice is saving once.
 */
export function merged(saved, steps) {
  let edits = saved;
  for (const { edit, takeBack } of steps) {
    if (takeBack === undefined) edits = withEdit(edits, edit);
    else edits = edits.filter((other) => !isSame(other, takeBack));
  }
  return edits;
}

function withEdit(edits, edit) {
  if (edits.some((other) => isSame(other, edit))) return edits;
  const subject = subjectOf(edit);
  const place = subject === null ? -1 : edits.findIndex((other) => subjectOf(other) === subject);
  if (place < 0) return [...edits, edit];
  const { mention, ...others } = edits[place];
  // Nobody was named, so no words were: with somebody, those of the text count again.
  const isNamedAgain = mention === null && others.speakers?.length === 0 && edit.speakers?.length > 0;
  return edits.with(place, { ...(isNamedAgain ? others : edits[place]), ...edit });
}

/** What two edits have in common that are one; `null` for those that stand alone. */
function subjectOf({ op, quote, speaker }) {
  if (op === "set-speaker") return `${op} ${speaker}`;
  return op === "add" ? null : `${op} ${quote.id}`;
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a step is about a quote or a speaker that the article does not have any longer. */
export function isStale({ edit }, { quotes, speakers }) {
  if (edit?.op === "set" || edit?.op === "reject") return !quotes.some(({ id }) => id === edit.quote.id);
  return edit?.op === "set-speaker" && !speakers.some(({ id }) => id === edit.speaker);
}

/** An edit in words. */
export function described(edit, { quotes, speakers }) {
  const note = edit.note === undefined ? "" : ` (${edit.note})`;
  if (edit.op === "reject") return `Reject “${shortened(edit.quote.text)}”${note}`;
  if (edit.op === "add")
    return `Add “${shortened(edit.segments.map(({ text }) => text).join(" … "))}”, ${KINDS[edit.kind]}${by(edit)}${note}`;
  if (edit.op === "set-speaker") {
    const name = speakers.find(({ id }) => id === edit.speaker)?.name ?? edit.speaker;
    return `Of ${name}: ${[edit.name && `the name is ${edit.name}`, edit.type && `the type is ${edit.type}`].filter(Boolean).join(", ")}${note}`;
  }
  const before = quotes.find(({ id }) => id === edit.quote.id);
  const parts = [edit.kind && `is ${KINDS[edit.kind]}`, saidBy(edit, before)].filter(Boolean);
  return `“${shortened(edit.quote.text)}” ${parts.join(", ")}${note}`;
}

const KINDS = { direct: "a direct quote", mixed: "quoted in part", indirect: "reported, not quoted" };

function saidBy(edit, before) {
  const { speakers, mention } = edit;
  if (speakers === undefined) return mention ? `is said by “${mention.text}”, as it stands` : "";
  if (speakers.length === 0) return "names nobody";
  const stays = before?.speakers.map(({ id }) => id).join() === speakers.map(({ id }) => id).join();
  return `is said by ${namesOf(speakers)}${stays ? ", as it stands" : ""}`;
}

function by({ speakers = [] }) {
  return speakers.length === 0 ? "" : `, by ${namesOf(speakers)}`;
}

/** Names as a list in a sentence. */
export function namesOf(speakers) {
  return speakers.map(({ name }) => name).join(" and ");
}

/** Characters of a quote that are enough to recognise it. */
const SHORT = 80;

function shortened(words) {
  const characters = Array.from(words);
  return characters.length <= SHORT ? words : `${characters.slice(0, SHORT).join("").trimEnd()}…`;
}

/** A query that finds names by their words, the last of which may be a beginning; empty when there is no word. */
export function nameQuery(typed) {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  return words.length === 0 ? "" : `${words.join(" ")}*`;
}

/** What the server says is wrong with edits, each named by what it does. */
export function complaintsAbout(edits, { detail, errors }, article) {
  if (errors.length === 0) return [detail];
  return errors.map(({ name, message }) => {
    const edit = edits[/^edits\[(\d+)\]/.exec(name)?.[1]];
    return edit === undefined
      ? `${name}: ${message}`
      : `${described(edit, article)}: ${message}. Undo it, or take it back, to save the others.`;
  });
}
