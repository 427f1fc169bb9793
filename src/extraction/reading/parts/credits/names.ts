/** Words of lower case that stand inside a name. */
const PARTICLES = words("de la las los van von der den di da dos das del della al el bin ibn bint le du ter ten y e of the zu af av and");
/** Words that open a name, whatever their case: "The Ferry Post", "von Holt". */
const OPENERS = words("the our van von de al el");
const NAME_WORD = /^(?:\p{Lu}|\p{Lo}|\p{Lt}|[“"'‘(]\p{Lu}|(?:d|l|al|el|o|mc)[-'’]?\p{Lu})[\p{L}\p{M}'’‘".“”)-]*$|^d['’]\p{L}+$/u;
const MAX_NAME = 80;
const MAX_WORDS = 6;

const JOBS = words(
  "writer correspondent reporter editor columnist analyst contributor producer critic journalist photographer freelancer presenter anchor host " +
    "blogger fellow intern professor director chief redakteur redakteurin korrespondent korrespondentin reporterin autorin journaliste correspondant corresponsal periodista",
);
/** Employers, degrees and what else is written behind a name. */
const OFFICES = words(
  "staff bureau contributing special newsroom agency agencies wire desk news press post time daily media journal herald tribune gazette magazine radio network " +
    "service business insider sport online tv ap afp upi cnn bbc reuters bloomberg md phd rd rdn ms msc esq mba rn university college institute school foundation " +
    "updated published redaktion redacción rédaction redazione zeitung verlag",
);
/** What stands before a job: "senior political". */
const RANKS = words(
  "senior staff chief contributing special freelance guest deputy assistant associate political politics business sport sports feature features news local democracy home affairs " +
    "foreign national international world city regional community general health crime court courts legal education environment science technology tech economics economy " +
    "finance money consumer housing transport travel food music film arts culture religion diplomatic defence defense security investigative data digital multimedia video picture",
);
/** Who writes as a whole: "Ferry News wire services". */
const COLLECTIVES = words("staff wire services agencies");

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Whether words are a name by their capitals: of a person, an agency, a newspaper. */
export function isName(written: string): boolean {
  const parts = written.split(/\s+/u);
  if (written.length > MAX_NAME || parts.length > MAX_WORDS) return false;
  return parts.every(
    (part, at) =>
      NAME_WORD.test(part) ||
      (at > 0 && at < parts.length - 1 && PARTICLES.has(part)) ||
      (at > 0 && COLLECTIVES.has(part)) ||
      (at === 0 && parts.length > 1 && OPENERS.has(part.toLowerCase())),
  );
}

/** Whether words hold one of a role, a desk, a degree or a newspaper: "Staff Writer", "Example News", "M.D.". */
export function isRole(written: string): boolean {
  if (/\.(?:com|org|net|co)\b/iu.test(written)) return true;
  return written
    .toLowerCase()
    .replaceAll(".", "")
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => JOBS.has(singular(word)) || OFFICES.has(word) || OFFICES.has(singular(word)));
}

/** "Jane Roe Senior Reporter", as two elements side by side read, is "Jane Roe"; a job and no name is nothing. */
export function withoutJob(written: string): string {
  const parts = written.split(/\s+/u);
  if (!JOBS.has(singular(parts.at(-1) ?? ""))) return written;
  const name = parts.slice(0, parts.slice(0, -1).findLastIndex((part) => !RANKS.has(part.toLowerCase())) + 1);
  return name.length === 1 ? written : name.join(" ");
}

/** "Reporters" and "reporter" are "reporter". */
function singular(word: string): string {
  return word.toLowerCase().replace(/s$/u, "");
}
