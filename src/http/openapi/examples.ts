/**
 * Ids the document uses as examples. All of them exist in the data that ships with Verbatim, in the article written for
 * it, whose words anybody may copy.
 */
export const EXAMPLE = {
  slug: "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge",
  quote: "c5zdc6gr9e",
  speaker: "isolde-brannock",
} as const;
