import { createHash } from "node:crypto";
import { quoteId, revisionOf, slugify } from "../src/article/model/ids.ts";
import type { Article, Credit, Echo, Paragraph, Quote, Rights, Section, Segment, Span, Speaker } from "../src/article/model/schema.ts";
import { codePointLength, countWords, displayText, paragraphsOf, textOf } from "../src/article/model/text.ts";
import { parseArticle } from "../src/article/rules/check-article.ts";
import { fold } from "../src/article/words/fold.ts";

/** A run of words in a block: plain, or marked as a quote's segment, mention or cue, or as an echo. */
export type Piece =
  | string
  | { text: string; part: "segment" | "mention" | "cue"; quote: string }
  | { text: string; part: "echo"; quote: string | null };

export const segment = (quote: string, text: string): Piece => ({ text, part: "segment", quote });
export const mention = (quote: string, text: string): Piece => ({ text, part: "mention", quote });
export const cue = (quote: string, text: string): Piece => ({ text, part: "cue", quote });
export const echo = (quote: string | null, text: string): Piece => ({ text, part: "echo", quote });

type Block = string | Piece[];
type ParagraphPlan = Block | { role: Paragraph["role"]; words: Block };

/** What an article is built from. Quotes are named by keys of the test's choice; their ids are computed. */
export interface Blueprint {
  slug?: string;
  headline: Block;
  sections: { heading?: Block; paragraphs: ParagraphPlan[] }[];
  /** How the first paragraph begins: "PORT ELLEN, May 2 - ". */
  dateline?: { text: string; agency?: string; place?: string; date?: string };
  /** By key. Without `by` nobody is named; quotes without a segment are an error. */
  quotes?: Record<
    string,
    { kind?: Quote["kind"]; by?: string[]; basis?: Quote["attribution"]["basis"]; confidence?: Quote["attribution"]["confidence"] }
  >;
  /** Types of speakers who are no persons, by name. */
  speakerTypes?: Record<string, Speaker["type"]>;
  /** Words of the text that describe speakers, by name: the first place that has them. */
  descriptions?: Record<string, string[]>;
  /** Speakers of this article only, by name. */
  localSpeakers?: string[];
  /** `before`: the line stands between headline and body. People with equal `text` in a row share one line. */
  credits?: (Pick<Credit, "role" | "name" | "text"> & Partial<Pick<Credit, "place" | "email">> & { before?: boolean })[];
  rights?: Partial<Omit<Rights, "notice">> & { notice?: string };
  aliases?: string[];
  removedQuotes?: string[];
  language?: string | null;
  publishedAt?: string | null;
  updatedAt?: string | null;
  importedAt?: string;
  modifiedAt?: string;
  sourceUrl?: string | null;
  publisher?: string | null;
}

/**
 * A sound article with every span, id and hash computed.
 *
 * @throws Error when the blueprint breaks a rule of the content model; the message lists what and where.
 */
export function buildArticle(blueprint: Blueprint): Article {
  const words = (block: Block) =>
    typeof block === "string" ? block : block.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
  const slug = blueprint.slug ?? slugify(words(blueprint.headline));
  const place = new Layout();
  const headline = place.block(blueprint.headline);
  const credits = (blueprint.credits ?? []).filter((credit) => credit.before).map((credit) => place.credit(credit));
  const sections = blueprint.sections.map((section) => place.section(section));
  credits.push(...(blueprint.credits ?? []).filter((credit) => !credit.before).map((credit) => place.credit(credit)));
  const { notice, ...rights } = { holder: null, year: null, licence: null, ...blueprint.rights };
  const noticeSpan = notice === undefined ? null : place.block(notice);

  const speakerIds = new Map<string, string>();
  for (const name of Object.values(blueprint.quotes ?? {}).flatMap((quote) => quote.by ?? [])) {
    speakerIds.set(name, (blueprint.localSpeakers ?? []).includes(name) ? `${slug}~${slugify(name)}` : slugify(name));
  }
  const quotes = buildQuotes(blueprint, slug, place, speakerIds);
  for (const paragraph of sections.flatMap((section) => section.paragraphs)) {
    const own = [...quotes.values()].filter((quote) => quote.segments.some((span) => span.paragraph === paragraph.id));
    paragraph.quotes = own.map((quote) => quote.id);
  }
  const first = paragraphsOf({ sections }).find((paragraph) => paragraph.role === "body");
  const { dateline } = blueprint;
  const article: Article = {
    slug,
    aliases: blueprint.aliases ?? [],
    revision: "",
    language: blueprint.language === undefined ? "en" : blueprint.language,
    publishedAt: blueprint.publishedAt ?? null,
    updatedAt: blueprint.updatedAt ?? null,
    importedAt: blueprint.importedAt ?? "2026-01-02T03:04:05Z",
    modifiedAt: blueprint.modifiedAt ?? blueprint.importedAt ?? "2026-01-02T03:04:05Z",
    sourceUrl: blueprint.sourceUrl ?? null,
    publisher: blueprint.publisher ?? null,
    headline,
    dateline:
      dateline === undefined || first === undefined
        ? null
        : {
            text: dateline.text,
            start: first.start,
            end: first.start + codePointLength(dateline.text),
            agency: dateline.agency ?? null,
            place: dateline.place ?? null,
            date: dateline.date ?? null,
          },
    sections,
    quotes: [...quotes.values()],
    removedQuotes: blueprint.removedQuotes ?? [],
    speakers: [...speakerIds].map(([name, id]) => ({
      id,
      name,
      type: blueprint.speakerTypes?.[name] ?? "person",
      descriptions: [],
      mentions: [...quotes.values()].flatMap(({ attribution }) =>
        attribution.mention !== null && attribution.speakers.some((speaker) => speaker.id === id) ? [attribution.mention] : [],
      ),
    })),
    echoes: place.echoes.map(({ key, ...span }): Echo => {
      const repeated = key === null ? undefined : quotes.get(key);
      return { ...span, quoteId: repeated?.id ?? null, match: repeated === undefined ? null : "exact" };
    }),
    credits,
    rights: { notice: noticeSpan, ...rights },
    source: { mediaType: "text/plain", sha256: "", bytes: 0, omitted: [] },
    wordCount: paragraphsOf({ sections }).reduce((sum, paragraph) => sum + countWords(paragraph.text), 0),
  };
  const text = textOf(article);
  for (const speaker of article.speakers)
    speaker.descriptions = (blueprint.descriptions?.[speaker.name] ?? []).map((one) => spanOf(text, one));
  article.revision = revisionOf(text);
  article.source.sha256 = createHash("sha256").update(text).digest("hex");
  article.source.bytes = Buffer.byteLength(text);
  const { faults } = parseArticle(article);
  if (faults.length > 0)
    throw new Error(`The blueprint breaks the content model:\n${faults.map(({ path, message }) => `${path}: ${message}`).join("\n")}`);
  return article;
}

function spanOf(text: string, words: string): Span {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`expected the text to have "${words}"`);
  const start = codePointLength(text.slice(0, at));
  return { text: words, start, end: start + codePointLength(words) };
}

function buildQuotes(blueprint: Blueprint, slug: string, place: Layout, speakerIds: Map<string, string>): Map<string, Quote> {
  const ordinals = new Map<string, number>();
  const found = Object.entries(blueprint.quotes ?? {}).map(
    ([key, { kind = "direct", by = [], basis = "name", confidence = "high" }]): [string, Quote] => {
      const segments = place.segments.get(key) ?? [];
      const spoken = displayText(segments);
      const ordinal = ordinals.get(fold(spoken)) ?? 0;
      ordinals.set(fold(spoken), ordinal + 1);
      const mentioned = place.mentions.get(key) ?? null;
      const named = by.length > 0 || mentioned !== null;
      const attribution: Quote["attribution"] = {
        speakers: by.map((name) => ({ id: speakerIds.get(name) ?? "", name })),
        mention: mentioned,
        cue: place.cues.get(key) ?? null,
        basis: named ? basis : null,
        confidence: named ? confidence : null,
      };
      return [key, { id: quoteId(slug, spoken, ordinal), aliases: [], kind, text: spoken, segments, attribution }];
    },
  );
  return new Map(found.sort(([, a], [, b]) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0)));
}

/** Lays blocks out one after the other and notes where the marked pieces come to stand. */
class Layout {
  readonly segments = new Map<string, Segment[]>();
  readonly mentions = new Map<string, Span>();
  readonly cues = new Map<string, Span>();
  readonly echoes: (Span & { key: string | null })[] = [];
  readonly #sectionIds = new Set<string>();
  #position = 0;
  #paragraphs = 0;
  #lastLine: Span | null = null;

  block(block: Block, paragraph = ""): Span {
    const start = this.#position;
    let text = "";
    for (const piece of typeof block === "string" ? [block] : block) {
      const words = typeof piece === "string" ? piece : piece.text;
      const span = { text: words, start: this.#position, end: this.#position + codePointLength(words) };
      if (typeof piece !== "string") this.#note(piece, span, paragraph);
      text += words;
      this.#position = span.end;
    }
    const end = this.#position;
    this.#position += 2;
    return { text, start, end };
  }

  section({ heading, paragraphs }: Blueprint["sections"][number]): Section {
    const span = heading === undefined ? null : this.block(heading);
    let id = span === null ? "lead" : slugify(span.text) || "section";
    for (let number = 2; this.#sectionIds.has(id); number += 1) id = `${slugify(span?.text ?? "lead") || "section"}-${number}`;
    this.#sectionIds.add(id);
    return { id, heading: span, paragraphs: paragraphs.map((paragraph) => this.#paragraph(paragraph)) };
  }

  credit({ role, name, place = null, email = null, text }: NonNullable<Blueprint["credits"]>[number]): Credit {
    const line = this.#lastLine?.text === text ? this.#lastLine : this.block(text);
    this.#lastLine = line;
    return { role, name, place, email, ...line };
  }

  #paragraph(plan: ParagraphPlan): Paragraph {
    this.#paragraphs += 1;
    const id = `p${this.#paragraphs}`;
    const { role, words } = typeof plan === "string" || Array.isArray(plan) ? { role: "body" as const, words: plan } : plan;
    return { id, role, ...this.block(words, id), quotes: [] };
  }

  #note(piece: Exclude<Piece, string>, span: Span, paragraph: string): void {
    if (piece.part === "echo") this.echoes.push({ ...span, key: piece.quote });
    else if (piece.part === "mention") this.mentions.set(piece.quote, span);
    else if (piece.part === "cue") this.cues.set(piece.quote, span);
    else this.segments.set(piece.quote, [...(this.segments.get(piece.quote) ?? []), { paragraph, ...span }]);
  }
}
