import type { QuoteKind } from "./schema.ts";
import type { Fragment, SearchHit, SearchScope } from "./search-hit.ts";
import { firstWordFrom, type Outline, offsetsOf, type Searchable } from "./searchable.ts";
import { CodePointText } from "./text.ts";

/** Code points a fragment shows of a longer block, and how many of them stand in front of the first word found. */
const FRAGMENT_LENGTH = 240;
const LEAD_LENGTH = 60;
const MAX_FRAGMENTS = 3;
/** Places looked at for one phrase, and of one block: a word in every line needs no more to show its best place. */
const MAX_PLACES = 200;

/** What a hit was found by. */
export interface SearchedFor {
  /** For each phrase that was looked for, the phrases any of which answers it: itself, and what `fuzzy` added. */
  phrases: string[][][];
  in: SearchScope;
  /** With `in: "quotes"`, what the quote had to be; `null` in the list of speakers stands for nobody. */
  speakers: (string | null)[] | null;
  kind: QuoteKind | null;
}

interface Place {
  phrase: number;
  start: number;
  end: number;
}

/** The hit an article is: up to three fragments, those with the most different phrases first, then in the order of the text. */
export function searchHit(searchable: Searchable, searched: SearchedFor): SearchHit {
  const outline = JSON.parse(searchable.outline) as Outline;
  const offsets = offsetsOf(searchable.offsets);
  const admitted = scopeOf(outline, searched);
  const places = searched.phrases
    .flatMap((alternatives, phrase) =>
      alternatives.flatMap((words) => placesOf(searchable.words, offsets, words).map((place) => ({ ...place, phrase }))),
    )
    .filter(admitted)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const text = new CodePointText(searchable.text);
  const fragments: (Fragment & { phrases: number })[] = [];
  let from = 0;
  for (const block of outline.blocks) {
    let to = from;
    while (to < places.length && (places[to]?.start ?? 0) < block.end) to += 1;
    if (to > from) fragments.push(fragmentOf(places.slice(from, to), block, outline, text, offsets));
    from = to;
  }
  if (fragments.length === 0) fragments.push(fragmentOf([], outline.blocks[0] as Outline["blocks"][number], outline, text, offsets));
  const best = fragments.sort((a, b) => b.phrases - a.phrases || a.start - b.start).slice(0, MAX_FRAGMENTS);
  return { article: outline.article, fragments: best.map(({ phrases, ...fragment }) => fragment) };
}

/** Which places count: all of them, or those inside one segment of a quote that was asked for, or outside every segment. */
function scopeOf({ blocks, quotes }: Outline, { in: scope, speakers, kind }: SearchedFor): (place: Place) => boolean {
  if (scope === "all") return () => true;
  if (scope === "narration") {
    const paragraphs = blocks.filter((block) => block.kind === "paragraph");
    const segments = quotes.flatMap((quote) => quote.segments);
    return ({ start, end }) =>
      paragraphs.some((block) => start >= block.start && end <= block.end) &&
      segments.every((segment) => end <= segment.start || start >= segment.end);
  }
  const segments = quotes
    .filter((quote) => kind === null || quote.kind === kind)
    .filter(
      (quote) =>
        speakers === null || speakers.some((id) => (id === null ? quote.speakers.length === 0 : quote.speakers.some((s) => s.id === id))),
    )
    .flatMap((quote) => quote.segments);
  return ({ start, end }) => segments.some((segment) => start >= segment.start && end <= segment.end);
}

/** Where a phrase occurs, in code points of the text. */
function placesOf(words: string, offsets: Uint32Array, phrase: string[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  const looked = ` ${phrase.join(" ")}`;
  let index = 0;
  let counted = 0;
  for (let at = words.indexOf(looked); at >= 0 && places.length < MAX_PLACES; at = words.indexOf(looked, at + 1)) {
    const after = words.charCodeAt(at + looked.length);
    if (after !== 32 && !Number.isNaN(after)) continue;
    for (; counted < at; counted += 1) if (words.charCodeAt(counted) === 32) index += 1;
    places.push({ start: offsets[2 * index] ?? 0, end: offsets[2 * (index + phrase.length - 1) + 1] ?? 0 });
  }
  return places;
}

function fragmentOf(
  places: Place[],
  block: Outline["blocks"][number],
  outline: Outline,
  text: CodePointText,
  offsets: Uint32Array,
): Fragment & { phrases: number } {
  const window = windowOf(places, block, offsets);
  const shown = places.filter(({ start, end }) => start >= window.start && end <= window.end);
  const highlights: Fragment["highlights"] = [];
  for (const { start, end } of shown) {
    if (start >= (highlights.at(-1)?.end ?? 0)) highlights.push({ text: text.slice(start, end), start, end });
  }
  const first = highlights[0];
  const quote =
    first === undefined
      ? undefined
      : outline.quotes.find((one) => one.segments.some((segment) => first.start >= segment.start && first.end <= segment.end));
  return {
    block: { kind: block.kind, id: block.id },
    quote: quote?.id ?? null,
    text: text.slice(window.start, window.end),
    ...window,
    highlights,
    phrases: new Set(shown.map(({ phrase }) => phrase)).size,
  };
}

/** The whole block, or of a longer one the stretch that shows most different phrases, cut between words. */
function windowOf(places: Place[], block: { start: number; end: number }, offsets: Uint32Array): { start: number; end: number } {
  if (block.end - block.start <= FRAGMENT_LENGTH) return { start: block.start, end: block.end };
  let first = places[0]?.start ?? block.start;
  let most = 0;
  const tried = places.slice(0, MAX_PLACES);
  for (const { start } of tried) {
    const near = tried.filter((place) => place.start >= start && place.end <= start + FRAGMENT_LENGTH - LEAD_LENGTH);
    const phrases = new Set(near.map(({ phrase }) => phrase)).size;
    if (phrases > most) {
      most = phrases;
      first = start;
    }
  }
  const earliest = Math.max(block.start, first - LEAD_LENGTH);
  const latest = Math.max(earliest + FRAGMENT_LENGTH, places.find(({ start }) => start === first)?.end ?? 0);
  let start = earliest === block.start ? block.start : first;
  let end = latest >= block.end ? block.end : first;
  for (
    let index = 2 * firstWordFrom(offsets, earliest);
    index < offsets.length && (offsets[index] ?? 0) < Math.min(latest, block.end);
    index += 2
  ) {
    const wordStart = offsets[index] ?? 0;
    const wordEnd = offsets[index + 1] ?? 0;
    if (wordStart >= earliest && wordStart < start) start = wordStart;
    if (wordEnd <= latest && wordEnd > end) end = wordEnd;
  }
  return { start, end };
}
