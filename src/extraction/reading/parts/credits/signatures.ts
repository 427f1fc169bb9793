import { fold } from "../../../../article/words/fold.ts";

/** Longer paragraphs are text. UTF-16 units. */
const MAX_BIOGRAPHY = 450;

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:van|von|de|da|del|der|den|di|du|la|le|al|bin|\\p{Lu}[\\p{L}\\p{M}'’.-]*)){1,4}";
const JOB =
  "reporter|correspondent|staff writer|senior writer|freelance|columnist|journalist|political editor|editor (?:at|of|for|in|with)|contributing|contributor|guest writer|author of|staff photographer|news producer|bureau chief|deputy editor|editor-in-chief|opinion writer|intern (?:at|for)|critic (?:for|at|of)|writer (?:for|at|based|in|living|from|with|on|who)|writer and";
/** "Jane Roe is a reporter in Oslo." */
const BIOGRAPHY = new RegExp(
  `^${NAME}(?: \\([^()]{1,40}\\))?,? (?:is|was|works as) (?:a|an|the|our|\\p{Lu}\\S+) [^.]{0,80}?\\b(?:${JOB})`,
  "u",
);
/** "Jane Roe covers the courts for The Post." */
const COVERS = new RegExp(`^${NAME} (?:covers|reports on|writes (?:about|for|on)|reported from)\\b[^.]{3,160}\\.?[)*_]*$`, "u");
const THE_AUTHOR = /^(?:the|this) (?:author|writer|columnist) (?:is|was|works|can)\b/iu;

/** A name behind a dash, with a place or role or without: "— Jane Roe, Oslo". */
const SIGNED = new RegExp(`^(?:[—–―]|--?\\s)\\s*${NAME}(?:, [\\p{L}\\p{M}'’. -]{2,40})?\\.?$`, "u");

/** Whether the last line of a text is its writer's name. */
export function isSignature(text: string): boolean {
  return text.length <= 100 && SIGNED.test(text);
}

/** Whether a paragraph tells who wrote the article: "Jane Roe is a reporter in Oslo." */
export function isAboutAuthor(text: string, authors: string[]): boolean {
  if (text.length > MAX_BIOGRAPHY || /[“”"]/u.test(text)) return false;
  const words = text.replace(/^[^\p{L}]+/u, "");
  if (BIOGRAPHY.test(words) || COVERS.test(words) || THE_AUTHOR.test(words)) return true;
  const opening = fold(words.slice(0, 120));
  return authors.some((author) => {
    const name = fold(author);
    // "Ada Quill's new book is out."
    if (opening.startsWith(`${name}s `)) return true;
    return opening.startsWith(`${name} `) && /^(?:is|was|covers|writes|reports|works|has|joined)\b/u.test(opening.slice(name.length + 1));
  });
}
