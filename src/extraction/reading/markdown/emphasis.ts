import type { Form } from "../raw-document.ts";

const IMAGES_ONLY = /^(?:!\[[^\]]*\]\([^)]*\)\s*)+$/;
const ALL_STRONG = /^(?:\*\*[^*]+\*\*|__[^_]+__)$/;
const ALL_EMPHASIS = /^(?:\*(?:[^*]|\*\*[^*]+\*\*)+\*|_(?:[^_]|__[^_]+__)+_)$/;
const LEADING_IMAGES = /^(?:!\[[^\]]*\]\([^)]*\)\s*)+(?=\S)/;

/** Longer paragraphs are set in italics or bold for other reasons. UTF-16 units. */
const MAX_EMPHASIS = 600;
const MAX_HEADING = 90;

/** What emphasis over a whole paragraph says: a summary under the title, a caption under an image, a heading. */
export function formOfEmphasis(written: string, isAfterImage: boolean, isUnderTitle: boolean): Form {
  if (written.length > MAX_EMPHASIS) return "paragraph";
  const source = written.replace(LEADING_IMAGES, "");
  if ((isAfterImage || source !== written) && ALL_EMPHASIS.test(source)) return "caption";
  if (isUnderTitle && (ALL_EMPHASIS.test(source) || ALL_STRONG.test(source))) return "standfirst";
  const isHeading = ALL_STRONG.test(source) && source.length <= MAX_HEADING && !/[.!?,:;]["”’]?(?:\*\*|__)$/.test(source);
  return isHeading ? "heading" : "paragraph";
}

/** Whether a paragraph holds images and no words. */
export function isOnlyImages(source: string): boolean {
  return IMAGES_ONLY.test(source.slice(0, 2000));
}
