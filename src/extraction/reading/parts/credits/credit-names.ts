/** A person as a credit line names one. */
export interface NamedPerson {
  name: string;
  place: string | null;
  email: string | null;
}

const PARTICLE =
  /^(?:de|la|las|los|van|von|der|den|di|da|dos|das|del|della|al|el|bin|ibn|bint|le|du|ter|ten|y|e|of|the|zu|af|av|d['’]\p{L}+)$/u;
const NAME_WORD = /^(?:\p{Lu}|\p{Lo}|\p{Lt}|[“"'‘(]\p{Lu}|(?:d|l|al|el)[-'’]\p{Lu})[\p{L}\p{M}'’‘".“”)-]*$/u;
const ROLE_WORD =
  /\b(?:writers?|correspondents?|reporters?|editors?|staff|columnists?|bureau|chief|analysts?|contributors?|contributing|professor|special|director|producer|critic|journalists?|photographers?|freelancers?|presenter|anchor|host|blogger|fellow|intern|newsroom|agencies|wires?|desk|updated|published|news|press|post|times|daily|media|journal|herald|tribune|gazette|magazine|radio|network|service)\b/iu;
const EMAIL = "[^\\s@<>()]+@[^\\s@<>()]+\\.[^\\s@<>().]+";
const PERSON = new RegExp(
  `^(?<name>.+?)(?:,? in (?<place>(?:the )?\\p{Lu}[^@]{0,60}?))?(?:(?:,? (?:at|on|e-?mail:?))?,? [(<[]?(?<email>${EMAIL})[)>\\]]?)?(?:,? \\(?@\\w{2,30}\\)?)?$`,
  "u",
);
/** An address or a handle that stands alone between strokes: it is of the person before it. */
const ADDRESS = new RegExp(`^[(<[]?(?:e-?mail:? )?(?:(${EMAIL})|(?:(?:twitter|x|follow):? )?@\\w{2,30})[)>\\]]?$`, "iu");
// A comma parts people only before a whole name: "in Washington, D.C. at ..." stays together.
const BETWEEN_PEOPLE =
  /(?<=@[^\s,]{1,80}),\s*|\s*;\s*(?:and\s+)?|,?\s+(?:and|&|with)\s+|\s*&\s*|,\s*(?=[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*\s+(?:\S+\s+){0,3}[\p{Lu}\p{Lo}])|,\s*(?=\S{1,80}@)|\s*[|•·]\s*|\s+[/–—]\s+/u;

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
  const [name, ...aside] = (match?.groups?.name ?? "").split(/,\s*|\/| (?=for (?:the )?\p{Lu})/u);
  if (name === undefined || !isName(name) || (!isFirst && ROLE_WORD.test(name)) || !aside.every(isAside)) return null;
  return { name, place: match?.groups?.place ?? null, email: match?.groups?.email ?? null };
}

/** "Hale." loses its stop, "Bloomberg L.P." and "John Hale Jr." keep it. */
export function stripStop(words: string): string {
  return /(?:^|[\s.])(?:\p{Lu}|[JS]r|Inc|Ltd|Co|Corp|Bros|[Pp]lc|S\.A)\.$/u.test(words) ? words : words.replace(/[.\s]+$/u, "");
}

/** Whether words are a name by their capitals: of a person, an agency, a newspaper. */
export function isName(words: string): boolean {
  const parts = words.split(/\s+/u);
  if (words.length > 80 || parts.length > 6) return false;
  return parts.every(
    (part, at) =>
      NAME_WORD.test(part) ||
      (at > 0 && at < parts.length - 1 && PARTICLE.test(part)) ||
      (at === 0 && /^(?:the|our|van|von|de|al|el)$/iu.test(part) && parts.length > 1),
  );
}

/** Whether words hold one of a role, a desk or a newspaper: "Staff Writer", "Example News". */
export function isRole(words: string): boolean {
  return ROLE_WORD.test(words);
}

/** What may follow a name: a role, an employer, a place. */
function isAside(words: string): boolean {
  const trimmed = words.trim();
  return (
    trimmed === "" ||
    ROLE_WORD.test(trimmed) ||
    /^(?:for (?:the )?|of (?:the )?|the )?(?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’.&-]*\.?(?:\s+|$)|of |the |and ){1,7}$/u.test(trimmed)
  );
}
