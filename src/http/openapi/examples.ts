/**
 * Ids the document uses as examples. They exist in the article that was written for Verbatim and ships with it, whose
 * words anybody may copy.
 */
export const EXAMPLE = {
  slug: "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge",
  revision: "eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56",
  quote: "c5zdc6gr9e",
  speaker: "isolde-brannock",
  publisher: "North Tide News",
  credit: "Una Marrick",
} as const;
