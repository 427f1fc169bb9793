import { z } from "zod";
import { quoteId, speakerSlug } from "../model/ids.ts";
import { type Article, type Quote, QuoteId, QuoteKind, Segment, type Span, type Speaker, SpeakerId, SpeakerType } from "../model/schema.ts";
import { CodePointText, displayText, paragraphsOf, textOf } from "../model/text.ts";
import { fold } from "../words/fold.ts";
import { GivenName } from "./given-name.ts";
import { rebuild } from "./rebuild.ts";
import { SchemaReference } from "./schema-reference.ts";
import { registeredAs, type SpeakerRegistry } from "./speaker-registry.ts";

/** Characters of words at most: more than any article needs, and a bound for whoever sends them. */
const MAX_WORDS = 20_000;

/** The quote an edit is about: by id, and by its words in case a later extraction cuts it differently. */
const Target = z
  .strictObject({
    id: QuoteId,
    text: z.string().min(1).max(MAX_WORDS).meta({ description: "Its words, in case a later extraction cuts it differently." }),
  })
  .meta({ id: "EditTarget", description: "The quote that a correction is about." });

/** Words of the article, and which of their occurrences is meant (from 1). */
const Words = z
  .strictObject({
    text: z.string().min(1).max(MAX_WORDS).meta({ description: "As they stand in the text." }),
    occurrence: z
      .int()
      .min(1)
      .max(100_000)
      .default(1)
      .meta({ description: "Which of their occurrences in the text is meant, counted from 1." }),
  })
  .meta({ id: "EditWords", description: "Words of the article." });

const NamedSpeaker = z
  .strictObject({
    id: SpeakerId.optional().meta({ description: "Without it, the id that the name gives." }),
    name: GivenName.meta({ description: "The name, with a letter or digit; where the article has the speaker, that one stays." }),
    type: SpeakerType.default("person"),
  })
  .meta({ id: "EditSpeakerNamed", description: "A speaker that a correction names." });

const note = z.string().max(2000).optional().meta({ description: "Why, for the next editor." });
const attribution = {
  speakers: z.array(NamedSpeaker).max(20).optional().meta({ description: "Who said it; an empty list is nobody." }),
  mention: Words.nullable().optional().meta({ description: "The words that name the speaker there; `null` for none." }),
  cue: Words.nullable().optional().meta({ description: "The words that report the speech; `null` for none." }),
};

export const Edit = z
  .discriminatedUnion("op", [
    z
      .strictObject({
        op: z.literal("set").meta({ description: "The kind of correction." }),
        quote: Target,
        kind: QuoteKind.optional(),
        ...attribution,
        note,
      })
      .meta({ id: "EditSet", description: "Sets the kind or the attribution of a quote; what is left out stays." }),
    z
      .strictObject({ op: z.literal("reject").meta({ description: "The kind of correction." }), quote: Target, note })
      .meta({ id: "EditReject", description: "Takes out what is no quote." }),
    z
      .strictObject({
        op: z.literal("add").meta({ description: "The kind of correction." }),
        id: QuoteId.optional(),
        kind: QuoteKind,
        segments: z.array(Words).min(1).max(100).meta({ description: "The quoted words, without their marks." }),
        ...attribution,
        note,
      })
      .meta({ id: "EditAdd", description: "Adds a quote that was not found." }),
    z
      .strictObject({
        op: z.literal("set-speaker").meta({ description: "The kind of correction." }),
        speaker: SpeakerId,
        name: GivenName.optional().meta({ description: "The name in this article." }),
        type: SpeakerType.optional(),
        note,
      })
      .meta({ id: "EditSpeaker", description: "Sets the name or type of a speaker of this article." }),
  ])
  .meta({ id: "Edit", description: "One correction of an article by an editor." });
export type Edit = z.infer<typeof Edit>;

/** `data/articles/<slug>.edits.json`: an editor's corrections of what the machine found. */
export const Edits = z
  .strictObject({
    $schema: SchemaReference,
    edits: z.array(Edit).max(10_000).meta({ description: "In the order in which they are applied." }),
  })
  .meta({ id: "Edits", description: "An editor's corrections of what the machine found in an article." });
export type Edits = z.infer<typeof Edits>;

/** An edit that could not be applied: its index in the file, and why. */
export interface UnmatchedEdit {
  index: number;
  message: string;
}

/**
 * Applies an editor's corrections in their order. Applying the same edits twice gives the same article. What no edit names
 * stays as the machine found it.
 *
 * @param registry by which an edit may name a speaker of the article as it is served, under another id or merged with another one
 * @returns the edited article, and the edits that found nothing to change; rejecting a quote that is gone is not one of them
 */
export function applyEdits(
  article: Article,
  { edits }: Edits,
  registry: SpeakerRegistry = { speakers: [] },
): { article: Article; unmatched: UnmatchedEdit[] } {
  const edited = new EditedArticle(article, registry);
  const unmatched: UnmatchedEdit[] = [];
  for (const [index, edit] of edits.entries()) {
    const message = edited.apply(edit);
    if (message !== null) unmatched.push({ index, message });
  }
  return { article: edited.finish(), unmatched };
}

/** An article while edits are applied to it. */
class EditedArticle {
  readonly #article: Article;
  readonly #registry: SpeakerRegistry;
  readonly #text: CodePointText;
  readonly #removed: Set<string>;
  #quotes: Quote[];
  #speakers: Speaker[];

  constructor(article: Article, registry: SpeakerRegistry) {
    this.#article = article;
    this.#registry = registry;
    this.#text = new CodePointText(textOf(article));
    this.#removed = new Set(article.removedQuotes);
    this.#quotes = article.quotes;
    this.#speakers = article.speakers;
  }

  /** Applies one edit. @returns why it could not be applied; `null` when it was */
  apply(edit: Edit): string | null {
    switch (edit.op) {
      case "set":
        return this.#set(edit);
      case "reject":
        return this.#reject(edit);
      case "add":
        return this.#add(edit);
      case "set-speaker":
        return this.#setSpeaker(edit);
    }
  }

  finish(): Article {
    return rebuild({ ...this.#article, removedQuotes: [...this.#removed] }, this.#quotes, this.#speakers);
  }

  /** The quote with an id, else the only one with its words, else the only one that holds them; or why there is none. */
  #target({ id, text }: z.infer<typeof Target>): { quote: Quote } | { quote: null; several: boolean; message: string } {
    const known = this.#quotes.find((quote) => quote.id === id || quote.aliases.includes(id));
    if (known !== undefined) return { quote: known };
    // Another quote with equal words is not the removed one.
    if (this.#removed.has(id)) return { quote: null, several: false, message: `the quote "${id}" was removed` };
    const words = fold(text);
    const equal = this.#quotes.filter((quote) => fold(quote.text) === words);
    const found = equal.length > 0 || words === "" ? equal : this.#quotes.filter((quote) => ` ${fold(quote.text)} `.includes(` ${words} `));
    const [only] = found;
    if (only !== undefined && found.length === 1) return { quote: only };
    const several = found.length > 1;
    return { quote: null, several, message: `there is no quote "${id}", and ${several ? "more than one has" : "none has"} its words` };
  }

  #set(edit: Extract<Edit, { op: "set" }>): string | null {
    const target = this.#target(edit.quote);
    if (target.quote === null) return target.message;
    const { quote } = target;
    const attribution = this.#attribution(edit, quote.attribution);
    if (typeof attribution === "string") return attribution;
    this.#replace(quote, { ...quote, kind: edit.kind ?? quote.kind, attribution });
    return null;
  }

  #reject(edit: Extract<Edit, { op: "reject" }>): string | null {
    const target = this.#target(edit.quote);
    if (target.quote === null && target.several) return target.message;
    // The quote may be gone already. Its id is recorded, so that it stays rejected if a later extraction finds it again.
    this.#removed.add(edit.quote.id);
    if (target.quote === null) return null;
    this.#removed.add(target.quote.id);
    this.#quotes = this.#quotes.filter((other) => other !== target.quote);
    return null;
  }

  #add(edit: Extract<Edit, { op: "add" }>): string | null {
    const segments: z.infer<typeof Segment>[] = [];
    for (const words of edit.segments) {
      const span = this.#find(words);
      const paragraph = paragraphsOf(this.#article).find(({ start, end }) => span !== null && span.start >= start && span.end <= end);
      if (span === null || paragraph === undefined) return `no paragraph contains "${words.text}" (occurrence ${words.occurrence})`;
      segments.push(Segment.parse({ paragraph: paragraph.id, ...span }));
    }
    segments.sort((a, b) => a.start - b.start);
    const same = this.#quotes.find((quote) => quote.segments.map(place).join() === segments.map(place).join());
    const text = displayText(segments);
    const id = same?.id ?? edit.id ?? this.#newId(text);
    const none = { speakers: [], mention: null, cue: null, basis: null, confidence: null };
    const attribution = this.#attribution(edit, same?.attribution ?? none);
    if (typeof attribution === "string") return attribution;
    const quote = { id, aliases: same?.aliases ?? [], kind: edit.kind, text, segments, attribution };
    this.#removed.delete(id);
    if (same === undefined) this.#quotes = [...this.#quotes, quote];
    else this.#replace(same, quote);
    return null;
  }

  #newId(text: string): string {
    for (let ordinal = 0; ; ordinal += 1) {
      const id = quoteId(this.#article.slug, text, ordinal);
      if (!this.#quotes.some((quote) => quote.id === id)) return id;
    }
  }

  #setSpeaker(edit: Extract<Edit, { op: "set-speaker" }>): string | null {
    const speaker = this.#known(edit.speaker);
    if (speaker === undefined) return `there is no speaker "${edit.speaker}" in this article`;
    const changed = { ...speaker, name: edit.name ?? speaker.name, type: edit.type ?? speaker.type };
    this.#speakers = this.#speakers.map((other) => (other === speaker ? changed : other));
    this.#quotes = this.#quotes.map((quote) => ({
      ...quote,
      attribution: {
        ...quote.attribution,
        speakers: quote.attribution.speakers.map((other) => (other.id === changed.id ? { id: changed.id, name: changed.name } : other)),
      },
    }));
    return null;
  }

  #attribution(
    edit: Pick<Extract<Edit, { op: "set" }>, "speakers" | "mention" | "cue">,
    before: Quote["attribution"],
  ): Quote["attribution"] | string {
    if (edit.speakers === undefined && edit.mention === undefined && edit.cue === undefined) return before;
    const mention = this.#words(edit.mention, before.mention);
    const cue = this.#words(edit.cue, before.cue);
    if (typeof mention === "string") return mention;
    if (typeof cue === "string") return cue;
    const speakers = edit.speakers?.map((named) => this.#speaker(named)) ?? before.speakers;
    const named = speakers.length > 0 || mention !== null;
    return { speakers, mention, cue, basis: named ? "editor" : null, confidence: named ? "high" : null };
  }

  #words(words: z.infer<typeof Words> | null | undefined, before: Span | null): Span | null | string {
    if (words === undefined) return before;
    if (words === null) return null;
    return this.#find(words) ?? `the text does not contain "${words.text}" (occurrence ${words.occurrence})`;
  }

  /** The speaker of the article that has an id, or is given it by the registry. */
  #known(id: string): Speaker | undefined {
    return (
      this.#speakers.find((speaker) => speaker.id === id) ??
      this.#speakers.find((speaker) => registeredAs(speaker, this.#article, this.#registry)?.id === id)
    );
  }

  #speaker({ name, type, id = speakerSlug(name) }: z.infer<typeof NamedSpeaker>): { id: string; name: string } {
    const known = this.#known(id);
    if (known !== undefined) return { id: known.id, name: known.name };
    this.#speakers = [...this.#speakers, { id, name, type, descriptions: [], mentions: [] }];
    return { id, name };
  }

  #find({ text, occurrence }: z.infer<typeof Words>): Span | null {
    let unit = -1;
    for (let count = 0; count < occurrence; count += 1) {
      unit = this.#text.value.indexOf(text, unit + 1);
      if (unit < 0) return null;
    }
    return { text, start: this.#text.point(unit), end: this.#text.point(unit + text.length) };
  }

  #replace(before: Quote, after: Quote): void {
    this.#quotes = this.#quotes.map((quote) => (quote === before ? after : quote));
  }
}

function place({ start, end }: { start: number; end: number }): string {
  return `${start}-${end}`;
}
