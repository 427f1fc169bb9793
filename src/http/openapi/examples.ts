/**
 * Ids the document uses as examples. They exist in the article that was written for Verbatim and ships with it, whose
 * words anybody may copy.
 */
export const EXAMPLE = {
  slug: "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge",
  quote: "c5zdc6gr9e",
  speaker: "isolde-brannock",
  publisher: "North Tide News",
  credit: "Una Marrick",
} as const;
