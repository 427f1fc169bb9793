/** What each generated client is asked to do. */
export interface Calls {
  headlineOf(slug: string): Promise<string>;
  wordsOfQuote(id: string): Promise<{ text: string; cue: string | null }>;
  /** A list with a parameter that is repeated. */
  quotesBy(speakers: string[], limit: number): Promise<{ total: number; ids: string[] }>;
  /** The problem of an article that does not exist. */
  problemOf(slug: string): Promise<{ status: number; code: string }>;
  /** A POST with a JSON body. */
  check(quote: string, speaker: string): Promise<{ words: string; speaker: string }>;
}
