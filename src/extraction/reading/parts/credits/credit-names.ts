import { isHouse } from "../agencies.ts";
import { isName, isRole, withoutJob } from "./names.ts";

/** A person as a credit line names one. */
export interface NamedPerson {
  name: string;
  place: string | null;
  email: string | null;
}

const EMAIL = "[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>().]+";
const PERSON = new RegExp(
  `^(?<name>.+?)(?:,? (?:in|at) (?<place>(?:the )?\\p{Lu}[^@]{0,60}?))?(?:(?:,? (?:at|on|e-?mail:?))?,? [(<[]?(?<email>${EMAIL})[)>\\]]?)?(?:,? \\(?@\\w{2,30}\\)?)?$`,
  "u",
);
/** An address or a handle that stands alone between strokes: it is of the person before it. */
const ADDRESS = new RegExp(`^[(<[]?(?:e-?mail:? )?(?:(${EMAIL})|(?:(?:twitter|x|follow):? )?@\\w{2,30})[)>\\]]?$`, "iu");
// A comma parts people only before a whole name: "in Washington, D.C. at ..." stays together.
const BETWEEN_PEOPLE =
  /(?<=@[^\s,]{1,80}),\s*|\s*;\s*(?:and\s+)?|,?\s+(?:and|&|with|und|et)\s+|\s+(?:y|e)\s+(?=\p{Lu}\S*\s\p{Lu})|\s*&\s*|,\s*(?=[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*\s+(?:\S+\s+){0,3}[\p{Lu}\p{Lo}])|,\s*(?=\S{1,80}@)|\s*[|•·]\s*|\s+[/–—]\s+/u;

/**
 * The people of a list such as "Jane Doe in Minsk at jdoe@example.org, John Roe and Ann Poe". Roles and employers after
 * a name ("Staff Writer", "Example News") are not people.
 *
 * @returns `null` when the words are not a list of names.
 */
export function readNames(words: string): NamedPerson[] | null {
  const people: NamedPerson[] = [];
  for (const part of words.split(BETWEEN_PEOPLE)) {
    const address = ADDRESS.exec(part.trim());
    const before = people.at(-1);
    if (address !== null && before !== undefined) {
      before.email ??= address[1] ?? null;
      continue;
    }
    const person = readPerson(part, people.length === 0);
    if (person !== null) people.push(person);
    else if (people.length === 0 || !isAside(part)) return null;
  }
  // "By Land and Sea", "By the Numbers" are headings.
  if (people.every(({ name }) => !/\s/u.test(name) && !/^\p{Lu}{2}/u.test(name)) && people.length > 1) return null;
  return people.length > 0 && !/^the \p{Lu}\p{Ll}+$/u.test(people[0]?.name ?? "") ? people : null;
}

/** The first name of a line may be an agency's ("By Example News"); after a name that is an employer. */
function readPerson(part: string, isFirst: boolean): NamedPerson | null {
  const match = PERSON.exec(stripStop(part.trim()));
  const [written, ...aside] = (match?.groups?.name ?? "").split(/,\s*|\/| (?=for (?:the )?\p{Lu})/u);
  const name = withoutJob(written ?? "");
  if (!isName(name) || (!isFirst && (isRole(name) || isHouse(name))) || !aside.every(isAside)) return null;
  const place = match?.groups?.place ?? null;
  return { name, place: place === null || isRole(place) ? null : place, email: match?.groups?.email ?? null };
}

/** "Hale." loses its stop, "Bloomberg L.P." and "John Hale Jr." keep it. */
export function stripStop(words: string): string {
  return /(?:^|[\s.])(?:\p{Lu}|[JS]r|Inc|Ltd|Co|Corp|Bros|[Pp]lc|S\.A)\.$/u.test(words) ? words : words.replace(/[.\s]+$/u, "");
}

/** What may follow a name: a role, an employer, a place. */
function isAside(words: string): boolean {
  const trimmed = words.trim();
  return (
    trimmed === "" ||
    isRole(trimmed) ||
    /^(?:for (?:the )?|of (?:the )?|the )?(?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’.&-]*\.?(?:\s+|$)|of |the |and ){1,7}$/u.test(trimmed)
  );
}
