/** Ids the documents use as examples; all of them exist in the data that ships with Verbatim, and a test says so. */
export const EXAMPLE = {
  slug: "russia-seeks-good-relations-with-taliban-as-us-troops-exit",
  quote: "4phdknnwpm",
  speaker: "zamir-kabulov",
} as const;
