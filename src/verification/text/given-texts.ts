import type { Article, SpeakerRef } from "../../article/model/schema.ts";
import { fold, foldWords } from "../../article/words/fold.ts";
import { hasProbe } from "../../article/words/probe.ts";
import { type Searchable, searchableOf } from "../../article/words/searchable.ts";
import type { Candidates } from "../check-quote.ts";
import { type LookUp, MAX_CANDIDATES } from "../probes.ts";
import type { Archive } from "./text-to-check.ts";
import type { GivenSource } from "./text-verification.ts";

/** Texts that are given along to check others against. It answers as a store with these articles would. */
export class GivenTexts implements Archive {
  readonly sources: GivenSource[];
  readonly excluded: string[] = [];
  readonly former = null;
  readonly #texts: Searchable[];
  readonly #speakers: SpeakerRef[];

  constructor(articles: Article[]) {
    this.sources = articles.map(({ slug, headline, sourceUrl, publisher, quotes }) => {
      return { slug, headline: headline.text, url: sourceUrl, publisher, quoteCount: quotes.length };
    });
    this.#texts = articles.map(searchableOf);
    const speakers = articles.flatMap((article) => article.speakers.map(({ id, name }) => ({ id, name })));
    this.#speakers = [...new Map(speakers.map((speaker) => [speaker.id, speaker])).values()];
  }

  async candidates({ probes, speakers }: LookUp): Promise<Candidates> {
    const admitted = this.#texts.filter(({ quotes }) => speakers === null || quotes.some((quote) => isBy(quote.speakers, speakers)));
    const held = admitted.map((text) => ({ text, held: probes.filter((probe) => hasProbe(text.words, probe)).length }));
    const found = held.filter((one) => one.held > 0).sort((a, b) => b.held - a.held);
    return {
      articles: found.slice(0, MAX_CANDIDATES).map(({ text }) => text),
      searched: { articleCount: admitted.length, quoteCount: admitted.reduce((sum, { quotes }) => sum + quotes.length, 0) },
    };
  }

  async speakersNamed(name: string): Promise<SpeakerRef[]> {
    const called = this.#speakers.filter((speaker) => speaker.id === name || fold(speaker.name) === fold(name));
    if (called.length > 0) return called;
    const words = foldWords(name).map(({ word }) => word);
    if (words.length === 0) return [];
    return this.#speakers.filter((speaker) => {
      const own = foldWords(speaker.name).map(({ word }) => word);
      return words.every((word) => own.includes(word));
    });
  }

  sameText(): [] {
    return [];
  }
}

function isBy(speakers: SpeakerRef[], ids: string[]): boolean {
  return speakers.some(({ id }) => ids.includes(id));
}
