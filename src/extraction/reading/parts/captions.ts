import { hasPictures, isAgency, isHouse } from "./agencies.ts";
import { isName } from "./credits/names.ts";

/** Longer blocks are not captions. UTF-16 units. */
const MAX_CAPTION = 600;
/** Longer lines are not the credit of a picture. UTF-16 units. */
const MAX_PHOTO_CREDIT = 140;

/** What stands in a picture's credit beside names: where the picture came from, not who took it. */
const ORIGIN =
  /^(?:(?:file|representative|representational|handout|archive|stock|pool|supplied|contributed|submitted|provided|courtesy|screen ?(?:grab|shot)|library)(?: (?:photo|image|picture|photograph|photos|images|pictures))?(?: (?:by|from|of|via|courtesy of) .{2,60})?|(?:via|courtesy of|provided by|supplied by) .{2,60}|contributor|staff|freelance|special|stringer|nasa|noaa|facebook|twitter|instagram|youtube|google|(?:ap |pa |afp |pool )?(?:photo|image|picture)s?)$/iu;
const CREDIT_LABEL =
  /^(?:(?:photo|image|picture|photograph|graphic|illustration|video|media)s?\s*(?:credit|copyright|source|caption|by|courtesy(?: of)?)?s?|credits?|copyright|source|courtesy|pic)\s*[:©|]\s*|^credits?(?:\.{3}|…)\s*|^(?:image|media|photo|picture)s? (?:copyright|credit|source),?\s+|^(?:photo|image|picture|photograph|illustration)s? by\s+|^(?:©|\(c\))\s*(?!\d)/iu;
const BETWEEN_CREDITS = /\s*[/|;]\s*|\s+via\s+|,\s*|\s+(?:for|on)\s+|\s+[–—-]\s+|[–—]/u;

const OPENING =
  /^(?:(?:file )?(?:photo|image|picture|caption)s?|photo caption|pictured|file)(?:\s*(?:\([^()]{1,30}\))?\s*[:–—]|\s+-|(?<=^file)-)\s|^(?:image|media|photo) caption\s/iu;
/** "In this May 3, 2019, file photo, Jane Roe speaks": a name goes on, not the sentence of a writer. */
const IN_THIS =
  /^In this (?:\S+ ){0,6}(?:photo|image|picture)(?:graph)?(?:,? (?:provided|released|made available|taken|from)\b.{0,60}?)?[,:–—]\s(?:a |an |the )?(?=\p{Lu}|.{0,80}\()|^In this (?:\S+ ){0,6}(?:photo|image|picture)(?:graph)? (?:provided|released|made available|taken) /u;
const CLOSING =
  /\((?:[A-Z]{2,6} |[Ff]ile )?(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?\b[^()]{0,80}\)$|\b(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Cc]redit|CREDIT|PHOTO|IMAGE|PICTURE|Pic)(?: [Cc]redit)?: [\p{Lu}©][^.]{1,80}\.?$|\b(?:photo|image|picture)s?\s*©.{2,60}$/u;
const IN_BRACKETS = /\(([^()]{2,90})\)\.?$|\[([^()[\],]{3,90})\]\.?$/u;
const AFTER_SENTENCE = /[.!?]["”’]?\s*([^.!?([]{2,90})$/u;
/** "The Post", "Ferry Pictures": whom a photographer works for. */
const OUTLET =
  /\b(?:the|post|times|news|press|media|journal|herald|tribune|gazette|magazine|star|sun|guardian|telegraph|mail|express|echo|argus|observer|chronicle|globe|pictures|photos?|images|photography|tv|bbc|nbc|cbs|abc|cnn|npr)\b/iu;

/** Whether a block is what stands below a picture: its words, its credit, or both. */
export function isCaption(text: string): boolean {
  if (text.length > MAX_CAPTION) return false;
  if (OPENING.test(text) || IN_THIS.test(text) || CLOSING.test(text) || isPhotoCredit(text)) return true;
  const [, round, square] = IN_BRACKETS.exec(text.slice(-100)) ?? [];
  const bracket = round ?? square;
  if (bracket !== undefined && text.length <= 400 && isPhotoCredit(bracket, true)) return true;
  // "Bo Lind at the helm (AP)": a report that an agency signs has a full stop before the bracket.
  if (round !== undefined && text.length <= 200 && /^\p{Lu}/u.test(round) && isAgency(round)) {
    return !/[.!?]["”’]?$/u.test(text.slice(0, text.lastIndexOf("(")).trimEnd());
  }
  const tail = AFTER_SENTENCE.exec(text.slice(-100))?.[1];
  return tail !== undefined && text.length <= 400 && isPhotoCredit(tail);
}

/**
 * Whether a line is the credit of a picture: "Jane Roe/The Post/Getty Images", "AFP/Getty", "© Reuters".
 *
 * @param inBrackets whether it stands in brackets behind a sentence: "(Reuters)" signs a report, "(Getty Images)" a picture.
 */
function isPhotoCredit(text: string, inBrackets = false): boolean {
  const line = text.trim().replace(/^[([]|[)\].]+$/gu, "");
  if (line.length > MAX_PHOTO_CREDIT) return false;
  if (inBrackets && isAgency(line)) return hasPictures(line);
  const label = CREDIT_LABEL.exec(line);
  const parts = line
    .slice(label?.[0].length ?? 0)
    .split(BETWEEN_CREDITS)
    .filter((part) => part !== "");
  if (parts.length === 0 || !parts.every((part) => ORIGIN.test(part) || isHouse(part) || isName(part))) return false;
  if (label !== null || parts.some((part) => isHouse(part))) return true;
  if (parts.length === 1) return ORIGIN.test(line) && /\s/u.test(line);
  // "Jane Roe/The Post": a whole name, a stroke, and whom she works for.
  return /^(?:\S+ ){1,3}\S+\s*\/\s*\S/u.test(line) && (inBrackets || parts.slice(1).some((part) => OUTLET.test(part)));
}
