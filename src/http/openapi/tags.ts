/** The groups of operations, in the order of the document. */
export const TAGS = {
  Articles: {
    description: "Whole articles, and every part of one: text, sections, paragraphs, quotes, speakers.",
    externalDocs: { description: "schema.org NewsArticle, the vocabulary of the JSON-LD", url: "https://schema.org/NewsArticle" },
  },
  Quotes: {
    description: "Quotes of all articles, each with its place, its speaker and its cue.",
    externalDocs: { description: "W3C Web Annotation, the model of spans", url: "https://www.w3.org/TR/annotation-model/" },
  },
  Speakers: { description: "Everybody who is quoted, across all articles." },
  Search: { description: "Full-text search over all articles, and the quote checker." },
  Feeds: {
    description: "Atom 1.0 and JSON Feed 1.1, for feed readers.",
    externalDocs: { description: "JSON Feed 1.1", url: "https://www.jsonfeed.org/version/1.1/" },
  },
  Service: {
    description: "The entry point, the documents that describe the API, health and problems.",
    externalDocs: { description: "RFC 9457, problem details", url: "https://www.rfc-editor.org/rfc/rfc9457" },
  },
} as const satisfies Record<string, { description: string; externalDocs?: { description: string; url: string } }>;
