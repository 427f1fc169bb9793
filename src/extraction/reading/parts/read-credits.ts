import type { CreditRole } from "../../../article/model/schema.ts";
import { type NamedPerson, readNames } from "./credit-names.ts";

export interface CreditLine {
  role: CreditRole;
  person: NamedPerson;
}

/** Longer blocks are not credit lines. UTF-16 units. */
const MAX_CREDIT = 600;

const TASKS: [CreditRole, string][] = [
  ["contributor", "(?:additional|further|extra) (?:reporting|writing|research|material)|compiled|research(?:ed)?|graphics?|illustrations?"],
  ["reporter", "reporting|reported"],
  ["author", "writing|written|story|text|words|analysis"],
  ["editor", "editing|edited|copy ?editing|production|produced"],
  ["photographer", "photo(?:graph)?s?|photography|pictures?|images?|video"],
  ["translator", "translat(?:ion|ed)"],
];
const ANY_TASK = TASKS.map(([, words]) => words).join("|");
const TASK_CLAUSE = new RegExp(`^(?:and )?(${ANY_TASK})(?: from [^;]{1,40}?)? by:? (.+)$`, "iu");
const TASK_LABEL = /^(photo(?:graph)?s?|photography|pictures?|words|text)(?: credit)?: ?(.+)$/iu;
const NEXT_CLAUSE = new RegExp(`(?:[;,.]| and)\\s+(?=(?:and )?(?:${ANY_TASK}) by )`, "iu");
const ASSISTANCE =
  /^[-–—\s(*]*with (?:(?:additional )?reporting|assistance|reporting assistance|contributions?|help|input|files)(?: on [^,]{1,40}?)? (?:from|by) (.+)$/iu;
const CONTACT = /^to contact the (reporter|editor|author|writer|translator|photographer)s?\b[^:]{0,80}: ?(.+)$/iu;
const CONTRIBUTED =
  /^(.{3,250}?) (?:also )?contributed (?:to this (?:report|story|article|piece)|(?:reporting|research)(?: .{1,60})?)[.)*]*$/iu;
const REACHED = /^(?:contact|e-?mail) (.{3,80}?) at (\S+@\S+?)[.)]*$|^(.{3,80}?) (?:can be reached|is reachable) at (\S+@\S+?)[.)]*$/iu;
const STAFF = /^.{0,80}\b(?:writers?|reporters?|correspondents?|journalists?|researchers?|staff)\s+/iu;
const BYLINE = /^(?:(?:words|story|text|report) )?by:? (.+)$/iu;
const WRAPPING = /^[\s(*_[–—-]+|[\s)*_\]]+$/gu;

/**
 * The people a credit line names: assistance, contact lines, "Reporting by ...; editing by ...", photographs.
 *
 * @returns `null` when the block is not a credit line, for example because what follows "Reporting by" is not names.
 */
export function readCredit(text: string): CreditLine[] | null {
  if (text.length > MAX_CREDIT) return null;
  const assisted = ASSISTANCE.exec(text);
  if (assisted?.[1] !== undefined) return lines("contributor", assisted[1]);
  const line = text.replace(WRAPPING, "");
  const contact = CONTACT.exec(line);
  if (contact?.[1] !== undefined && contact[2] !== undefined) return lines(contactRole(contact[1]), contact[2]);
  const reached = REACHED.exec(line);
  if (reached !== null) return reachable(reached);
  const label = TASK_LABEL.exec(line);
  if (label?.[1] !== undefined && label[2] !== undefined) return lines(roleOf(label[1]), label[2]);
  const contributed = CONTRIBUTED.exec(line);
  if (contributed?.[1] !== undefined) return lines("contributor", contributed[1].replace(STAFF, ""));
  return readTasks(line);
}

/** The authors of a byline ("By Jane Doe and John Roe, Staff Writers"), or `null`. */
export function readByline(text: string): CreditLine[] | null {
  if (text.length > 200) return null;
  const names = BYLINE.exec(text.replace(WRAPPING, ""))?.[1];
  return names === undefined ? null : lines("author", names);
}

/** "Reporting by A in Minsk; additional reporting by B; editing by C": one clause for each task. */
function readTasks(line: string): CreditLine[] | null {
  const found: CreditLine[] = [];
  for (const clause of line.split(NEXT_CLAUSE)) {
    const match = TASK_CLAUSE.exec(clause);
    const named = match?.[1] === undefined || match[2] === undefined ? null : lines(roleOf(match[1]), match[2]);
    if (named === null) return null;
    found.push(...named);
  }
  return found.length > 0 ? found : null;
}

function lines(role: CreditRole, words: string): CreditLine[] | null {
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
