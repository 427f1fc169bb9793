import { createHash, hash } from "node:crypto";
import { fold } from "../words/fold.ts";

/** Bytes of a slug, so that it is a legal file name everywhere: 255 bytes, less room for `-2` and `.edits.json`. */
const MAX_SLUG_BYTES = 200;
/** Characters of a new article's slug: an address that can be read, and quoted in a mail without a break. */
const MAX_ARTICLE_SLUG = 100;

/**
 * The slug of a headline or a name: lower case, words joined by hyphens, letters of every script kept, apostrophes and
 * the full stops of initialisms dropped ("U.S." is `us`).
 *
 * @returns an empty string when the words have no letter and no digit
 */
export function slugify(words: string): string {
  const parts = plainSlug(words)
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))|['’‘ʼ＇]/gu, "")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  let slug = "";
  for (const part of parts ?? []) {
    const longer = slug === "" ? part : `${slug}-${part}`;
    if (Buffer.byteLength(longer) > MAX_SLUG_BYTES) return slug === "" ? cut(part) : slug;
    slug = longer;
  }
  return slug;
}

/** A slug in the one way in which new ones are written: some disks and addresses know no difference between the others and this one. */
export function plainSlug(slug: string): string {
  return slug.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The slug of a new article: as `slugify`, cut before the word that would make it too long to read. */
export function articleSlug(headline: string): string {
  const slug = slugify(headline);
  if ([...slug].length <= MAX_ARTICLE_SLUG) return slug;
  const kept = [...slug].slice(0, MAX_ARTICLE_SLUG + 1).join("");
  const end = kept.lastIndexOf("-");
  return end > 0 ? kept.slice(0, end) : [...slug].slice(0, MAX_ARTICLE_SLUG).join("");
}

/**
 * The slug of a speaker's name, without the accents of Latin letters: "José Lind" in one article and "Jose Lind" in the
 * next are one speaker.
 */
export function speakerSlug(name: string): string {
  return slugify(
    name
      .normalize("NFD")
      .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, "")
      .replaceAll("ß", "ss"),
  );
}

function cut(word: string): string {
  let kept = "";
  for (const character of word) {
    if (Buffer.byteLength(kept + character) > MAX_SLUG_BYTES) break;
    kept += character;
  }
  return kept;
}

/** The first of `slug`, `slug-2`, `slug-3` ... that is free. */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  if (!taken(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!taken(candidate)) return candidate;
  }
}

// Crockford's base 32 alphabet in lower case: no i, l, o, u.
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
/** 50 bits: among a million quotes the chance of one collision is 1 in 2,000; the store refuses one that happens. */
const QUOTE_ID_LENGTH = 10;

/**
 * The id of a new quote: a short hash of the article's slug, the quote's folded words and its ordinal (from 0) among
 * the quotes of the article with equal words. Later imports keep the id even when the words change.
 */
export function quoteId(slug: string, words: string, ordinal: number): string {
  const digest = createHash("sha256")
    .update(`${slug}\n${fold(words)}\n${ordinal}`)
    .digest();
  let id = "";
  let bits = 0;
  let buffer = 0;
  for (const byte of digest) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && id.length < QUOTE_ID_LENGTH) {
      bits -= 5;
      id += BASE32[(buffer >> bits) & 31];
    }
    if (id.length === QUOTE_ID_LENGTH) break;
  }
  return id;
}

/** The revision of a text: SHA-256 of its UTF-8 bytes, in hexadecimal. */
export function revisionOf(text: string): string {
  return hash("sha256", text);
}
