import type { CreditRole } from "../../../../article/model/schema.ts";
import { isAgency } from "../agencies.ts";
import { splitDates } from "../dates/line-dates.ts";
import { type NamedPerson, readNames } from "./credit-names.ts";
import { unnamedAuthor, withoutOpening } from "./openings.ts";

/** One person a credit line names, and what that person did. */
export interface CreditLine {
  role: CreditRole;
  person: NamedPerson;
}

/** Longer blocks are not credit lines. UTF-16 units. */
const MAX_CREDIT = 600;

const TASKS: [CreditRole, string][] = [
  [
    "contributor",
    "with reporting|(?:additional|further|extra|other) (?:reporting|writing|research|material|photography|editing)|compiled|research(?:ed)?|graphics?|illustrat(?:ions?|ed)|fact[ -]check(?:ing|ed)?|medically reviewed|reviewed|data",
  ],
  ["reporter", "reporting|reported"],
  [
    "author",
    "(?:words|text|story) (?:and|und|&) (?:photo(?:graph)?s|pictures|fotos)|as told|writing|written|story|text|words|analysis|report|opinion|review|interview|comment|feature|column|posted|exclusive",
  ],
  ["editor", "editing|edited|copy ?editing|production|produced"],
  ["photographer", "photo(?:graph)?s?|fotos?|photography|pictures?|images?|video|photographed|filmed"],
  ["translator", "translat(?:ion|ed)"],
];
const ANY_TASK = TASKS.map(([, words]) => words).join("|");
const TASK_CLAUSE = new RegExp(`^(?:and |with (?!reporting\\b))?(${ANY_TASK})(?: from [^;]{1,40}?)? (?:by|from|to):? (.+)$`, "iu");
const TASK_LABEL =
  /^((?:words|text|story) (?:and|und|&) (?:photo(?:graph)?s|pictures|fotos)|photo(?:graph)?s?|fotos?|photography|pictures?|words|text|(?:additional )?reporting|writing|editing|edited by|illustrations?)(?: credit)?: ?(.+)$/iu;
const NEXT_CLAUSE = new RegExp(
  `(?:[;,.|]| and|,? with)\\s+(?=(?:and |with )?(?:${ANY_TASK}) (?:by|from|to) |(?:words|text|reporting|writing|editing|photo(?:graph)?s?|photography|pictures?|illustrations?): )`,
  "iu",
);
const ASSISTANCE =
  /^with (?:(?:additional )?reporting|assistance|reporting assistance|contributions?|help|inputs?|files)(?: on [^,]{1,40}?)? (?:from|by) (.+)$/iu;
/** "With AFP", "Mit Material von dpa": agencies alone. */
const WITH_AGENCY = /^(?:with|mit|avec|con)(?: (?:material|informationen|informaciones) (?:von|der|de))? (.{2,40})$/iu;
/** "Das Gespräch führte Ada Quill." */
const INTERVIEWED = /^(?:das (?:gespräch|interview) führten?|die fragen stellten?|interview geführt von|propos recueillis par):? (.+)$/iu;
/** "Source: News agencies", "Quelle: dpa"; a ministry or a study is the source of something in the text. */
const SOURCE = /^(?:sources?|quellen?|fuentes?|fonte|bron): (.{2,60})$/iu;
const CONTACT = /^to contact the (reporter|editor|author|writer|translator|photographer)s?\b[^:]{0,80}: ?(.+)$/iu;
const CONTRIBUTED =
  /^(.{3,250}?) (?:also )?contributed (?:to this (?:report|story|article|piece)|(?:reporting|research)(?: .{1,60})?)[.)*]*$/iu;
const REACHED = /^(?:contact|e-?mail) (.{3,80}?) at (\S+@\S+?)[.)]*$|^(.{3,80}?) (?:can be reached|is reachable) at (\S+@\S+?)[.)]*$/iu;
const STAFF = /^.{0,80}\b(?:writers?|reporters?|correspondents?|journalists?|researchers?|staff)\s+/iu;
const BYLINE =
  /^(?:(?:(?:exclusive|analysis|opinion|comment|review|interview|feature|guest post|special report|words|story|text|report|written|posted|reported|published|contributed)\s)?by:?|author:|writer:|reporter:|byline:)\s+(.+)$/iu;
/** "From Jane Roe in Oslo" names a reporter only with the place: "From Dusk Till Dawn" is a heading. */
const FROM = /^from ([^,]+ in \p{Lu}.+)$/iu;
const WRAPPING = /^[\s(*_[–—-]+|[\s)*_\]]+$/gu;
/** How a credit line opens, and what stands inside one that opens with a name: most paragraphs are told apart by these. */
const OPENS = new RegExp(
  `^[^\\p{L}]*(?:and |with |mit |avec |con |das |die fragen|propos|to contact|contact|e-?mail|some |parts |material|information|files?\\b|sources?:|quellen?:|fuentes?:|fonte:|bron:|from |staff|wire|agency|news services?|(?:${ANY_TASK})\\b)`,
  "iu",
);
const INSIDE = /contributed (?:to this|reporting|research)|can be reached|is reachable/iu;
const BY = /\b(?:by|from|author|writer|reporter|byline)\b/iu;
/** Material of agencies without a person: "Material from The Ferry Press was used in this report." */
const MATERIAL =
  /^(?:(?:some )?(?:material|information|reporting|files?)|parts of this (?:report|story)) from (.{3,120}?) (?:was|were|is|are) (?:also )?used (?:in|for) this (?:report|story|article)[.)*]*$/iu;

/**
 * The people a credit line names: assistance, contact lines, "Reporting by ...; editing by ...", photographs.
 *
 * @returns `null` when the block is not a credit line, for example because what follows "Reporting by" is not names.
 */
export function readCredit(text: string): CreditLine[] | null {
  if (text.length > MAX_CREDIT || !(OPENS.test(text) || INSIDE.test(text))) return null;
  const line = text.replace(WRAPPING, "");
  const assisted = ASSISTANCE.exec(line);
  if (assisted?.[1] !== undefined) return lines("contributor", assisted[1]);
  const agency = WITH_AGENCY.exec(line)?.[1];
  if (agency !== undefined && isAgency(agency)) return lines("contributor", agency);
  const source = SOURCE.exec(line)?.[1];
  if (source?.split(/ and | und |, | & |\//iu).some((part) => isAgency(part) || unnamedAuthor(part) !== null))
    return lines("contributor", source);
  const interviewer = INTERVIEWED.exec(line)?.[1];
  if (interviewer !== undefined) return lines("author", interviewer);
  const contact = CONTACT.exec(line);
  if (contact?.[1] !== undefined && contact[2] !== undefined) return lines(contactRole(contact[1]), contact[2]);
  const reached = REACHED.exec(line);
  if (reached !== null) return reachable(reached);
  const contributed = CONTRIBUTED.exec(line) ?? MATERIAL.exec(line);
  if (contributed?.[1] !== undefined) return lines("contributor", contributed[1].replace(STAFF, ""));
  if (/^(?:from )?[\p{L} ]{4,30} reports?$/iu.test(line) && unnamedAuthor(line) !== null) return lines("author", line);
  return readTasks(line.split(NEXT_CLAUSE));
}

/** The authors of a byline ("By Jane Doe and John Roe, Staff Writers | May 3, 2024"), or `null`. */
export function readByline(text: string): CreditLine[] | null {
  if (text.length > 200 || !BY.test(text.slice(0, 80))) return null;
  const [by = "", ...tasks] = splitDates(text).words.replace(WRAPPING, "").split(NEXT_CLAUSE);
  const names = BYLINE.exec(by)?.[1] ?? FROM.exec(by)?.[1] ?? (/^(?:by|from) /iu.test(by) ? (unnamedAuthor(by) ?? undefined) : undefined);
  const authors = names === undefined ? null : lines("author", names);
  const others = tasks.length === 0 ? [] : readTasks(tasks);
  return authors === null || others === null ? null : [...authors, ...others];
}

/** The authors of a line that is known to be a byline, with "By" or without it: "Von Ada Quill", "Ada Quill in Tarn". */
export function readBareByline(text: string): CreditLine[] | null {
  return readByline(text) ?? readByline(`By ${withoutOpening(text)}`);
}

/** "Reporting by A in Minsk; additional reporting by B; editing by C": one clause for each task. */
function readTasks(clauses: string[]): CreditLine[] | null {
  const found: CreditLine[] = [];
  for (const clause of clauses) {
    const match = TASK_CLAUSE.exec(clause) ?? TASK_LABEL.exec(clause);
    const named = match?.[1] === undefined || match[2] === undefined ? null : lines(roleOf(match[1]), match[2]);
    if (named === null) return null;
    found.push(...named);
  }
  return found.length > 0 ? found : null;
}

function lines(role: CreditRole, words: string): CreditLine[] | null {
  const unnamed = unnamedAuthor(words);
  const name = unnamed ?? (isAgency(words) ? words : null);
  if (name !== null) return [{ role, person: { name, place: null, email: null } }];
  const people = readNames(words);
  return people === null ? null : people.map((person) => ({ role, person }));
}

function reachable(match: RegExpExecArray): CreditLine[] | null {
  const people = readNames((match[1] ?? match[3] ?? "").replace(STAFF, ""));
  const email = match[2] ?? match[4] ?? null;
  return people?.length === 1 && people[0] !== undefined ? [{ role: "reporter", person: { ...people[0], email } }] : null;
}

function contactRole(word: string): CreditRole {
  const role = word.toLowerCase();
  if (role === "editor" || role === "author" || role === "translator" || role === "photographer") return role;
  return "reporter";
}

function roleOf(task: string): CreditRole {
  return TASKS.find(([, words]) => new RegExp(`^(?:${words})$`, "iu").test(task))?.[0] ?? "contributor";
}
