import { quoteRefOf } from "../model/items.ts";
import type { Basis, Confidence, QuoteKind, SpeakerType } from "../model/schema.ts";
import { admits } from "./admits.ts";
import { isInflected } from "./inflections.ts";
import { MAX_PLACES, type Occurrence, Occurrences, SPACE } from "./occurrences.ts";
import type { Fragment, SearchHit, SearchScope } from "./search-hit.ts";
import { BLOCK_BREAK, firstWordFrom, foldedWords, type Searchable, type SearchableQuote } from "./searchable.ts";
import { holds, type Patterns, type Sought } from "./sought.ts";

/** Code points a fragment shows of a longer block, and how many of them stand in front of the first word found. */
const FRAGMENT_LENGTH = 240;
const LEAD_LENGTH = 60;
const MAX_FRAGMENTS = 3;

/** What a hit was found by. */
export interface SearchedFor {
  sought: Sought;
  in: SearchScope;
  /** With `in: "quotes"`, what the quote had to be; `null` admits all, and in the list of speakers stands for nobody. */
  speakers: (string | null)[] | null;
  speakerTypes: SpeakerType[] | null;
  kinds: QuoteKind[] | null;
  bases: Basis[] | null;
  confidences: Confidence[] | null;
}

interface Place {
  phrase: number;
  start: number;
  end: number;
}

/**
 * JSON of the `SearchHit` an article is: up to three fragments, those with the most different phrases first, then in the
 * order of the text.
 */
export function searchHit(searchable: Searchable, searched: SearchedFor): string {
  const { offsets } = searchable;
  const patterns = isInflected(searchable.language) ? searched.sought.inflected : searched.sought.exact;
  const windows: Window[] = [];
  let complete = 0;
  for (const { block, places } of placesByBlock(searchable, patterns, searched)) {
    const window = windowOf(places, block, offsets);
    windows.push(window);
    // No block behind can be shown before those that hold everything.
    if (window.phrases === patterns.all.length) complete += 1;
    if (complete === MAX_FRAGMENTS) break;
  }
  if (windows.length === 0) windows.push(windowOf([], searchable.blocks[0] as Block, offsets));
  const best = windows.sort((a, b) => b.phrases - a.phrases || a.start - b.start).slice(0, MAX_FRAGMENTS);
  return JSON.stringify({
    article: searchable.article,
    fragments: best.map((window) => fragmentOf(window, searchable)),
  } satisfies SearchHit);
}

type Block = Searchable["blocks"][number];

/** Which places count: all of them, or those inside one segment of a quote that is what was asked for, or outside every segment. */
function scopeOf({ text, blocks, quotes }: Searchable, patterns: Patterns, searched: SearchedFor): (place: Place) => boolean {
  if (searched.in === "all") return () => true;
  if (searched.in === "narration") {
    const paragraphs = blocks.filter((block) => block.kind === "paragraph");
    const segments = quotes.flatMap((quote) => quote.segments);
    return ({ start, end }) =>
      paragraphs.some((block) => start >= block.start && end <= block.end) &&
      segments.every((segment) => end <= segment.start || start >= segment.end);
  }
  const said = (quote: SearchableQuote) => foldedWords(quote.segments.map(({ start, end }) => text.slice(start, end)));
  const segments = quotes.filter((quote) => isAskedFor(quote, searched) && holds(said(quote), patterns)).flatMap((quote) => quote.segments);
  return ({ start, end }) => segments.some((segment) => start >= segment.start && end <= segment.end);
}

function isAskedFor(quote: SearchableQuote, { speakers, speakerTypes, kinds, bases, confidences }: SearchedFor): boolean {
  if (!admits(kinds, quote.kind) || !admits(bases, quote.basis) || !admits(confidences, quote.confidence)) return false;
  if (speakers === null && speakerTypes === null) return true;
  if (quote.speakers.length === 0) return speakerTypes === null && speakers !== null && speakers.includes(null);
  return quote.speakers.some(({ id }, index) => admits<string | null>(speakers, id) && admits(speakerTypes, quote.types[index] ?? null));
}

/** The blocks that hold what was looked for where it was looked for, in the order of the text, each with its places. */
function* placesByBlock(searchable: Searchable, patterns: Patterns, searched: SearchedFor): Generator<{ block: Block; places: Place[] }> {
  const { words, offsets, blocks } = searchable;
  const isAdmitted = scopeOf(searchable, patterns, searched);
  const looked = patterns.all.flatMap((alternatives, phrase) => alternatives.map((one) => new Occurrences(words, one, phrase)));
  let blockEnd = 0;
  for (const block of blocks) {
    // A break is a word of the block behind it.
    let counted = Math.max(0, blockEnd - 1);
    blockEnd = words.indexOf(BLOCK_BREAK, blockEnd + 1);
    if (blockEnd < 0) blockEnd = words.length;
    const found: Occurrence[] = [];
    for (const one of looked) one.takeBefore(blockEnd, found);
    if (found.length === 0) continue;
    let index = firstWordFrom(offsets, block.start) - 1;
    const places: Place[] = [];
    for (const { at, length, phrase } of found.sort((a, b) => a.at - b.at || b.length - a.length)) {
      for (; counted < at; counted += 1) if (words.charCodeAt(counted) === SPACE) index += 1;
      const place = { phrase, start: offsets[2 * index] ?? 0, end: offsets[2 * (index + length - 1) + 1] ?? 0 };
      if (isAdmitted(place)) places.push(place);
    }
    if (places.length > 0) yield { block, places };
  }
}

/** What a fragment shows. */
interface Window {
  block: Block;
  start: number;
  end: number;
  shown: Place[];
  /** How many different phrases it shows. */
  phrases: number;
}

function windowOf(places: Place[], block: Block, offsets: Uint32Array): Window {
  const { start, end } = block.end - block.start <= FRAGMENT_LENGTH ? block : stretchOf(places, block, offsets);
  const shown = places.filter((place) => place.start >= start && place.end <= end);
  return { block, start, end, shown, phrases: new Set(shown.map(({ phrase }) => phrase)).size };
}

function fragmentOf({ block, start, end, shown }: Window, { text, quotes }: Searchable): Fragment {
  const highlights: Fragment["highlights"] = [];
  for (const place of shown) {
    if (place.start >= (highlights.at(-1)?.end ?? 0)) {
      highlights.push({ text: text.slice(place.start, place.end), start: place.start, end: place.end });
    }
  }
  const first = highlights[0];
  const quote =
    first === undefined
      ? undefined
      : quotes.find((one) => one.segments.some((segment) => first.start >= segment.start && first.end <= segment.end));
  return {
    block: { kind: block.kind, id: block.id },
    quote: quote === undefined ? null : quoteRefOf(quote),
    text: text.slice(start, end),
    start,
    end,
    highlights,
  };
}

/** Of a long block the stretch that shows most different phrases, cut between words. */
function stretchOf(places: Place[], block: Block, offsets: Uint32Array): { start: number; end: number } {
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
