import { genderOfNoun } from "../../extraction/language/en/names/genders.ts";
import type { Appearance, KnownSpeaker } from "./known-speakers.ts";
import type { Suspicion } from "./suspicion.ts";

/** Fields of work in which nobody has two of these callings. A description that names none, or one of several fields, says nothing. */
const FIELDS: Record<string, string> = {
  sport:
    "striker midfielder goalkeeper defender winger quarterback pitcher batsman bowler sprinter swimmer jockey boxer golfer cyclist gymnast footballer cricketer forward halfback linebacker shortstop",
  stage:
    "actor actress singer rapper guitarist drummer pianist violinist soprano tenor comedian dancer ballerina choreographer songwriter bassist",
  medicine:
    "surgeon physician epidemiologist cardiologist oncologist virologist paediatrician pediatrician midwife nurse pharmacist psychiatrist dentist",
  faith: "priest pastor bishop archbishop rabbi imam vicar cardinal nun monk",
  police: "detective constable sergeant sheriff superintendent inspector",
  law: "judge prosecutor barrister solicitor magistrate",
  farm: "farmer fisherman fisher rancher grower shepherd",
  science: "astronomer geologist physicist chemist biologist seismologist meteorologist climatologist palaeontologist paleontologist",
};
const FIELD_OF = new Map(Object.entries(FIELDS).flatMap(([field, words]) => words.split(" ").map((word) => [word, field] as const)));

/** Signs that one id is two people: "she" in one article and "he" in another, or callings of unlike fields. */
export function doubtfulMerges(speaker: KnownSpeaker): Suspicion[] {
  if (speaker.type !== "person") return [];
  const byGender = apart(speaker, genderIn, (gender) => (gender === "female" ? "she" : "he"));
  return byGender.length > 0
    ? byGender.map((found) => ({ what: "pronouns", ...found }))
    : apart(speaker, fieldIn, (field) => `described from the field of ${field}`).map((found) => ({ what: "fields", ...found }));
}

/** The two values that most articles have of what `read` finds, where there are two. */
function apart(
  speaker: KnownSpeaker,
  read: (appearance: Appearance) => string | null,
  inWords: (value: string) => string,
): Omit<Suspicion, "what">[] {
  const values = Map.groupBy(speaker.appearances, read);
  values.delete(null);
  const [most, other] = [...values].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined || other === undefined) return [];
  const shown = ([value, [first]]: typeof most) => `${inWords(value ?? "")} in "${first?.slug}"`;
  const line = { id: `${speaker.id}-2`, name: speaker.name, splitFrom: speaker.id, articles: other[1].map(({ slug }) => slug).sort() };
  return [
    {
      speakers: [speaker.id],
      why: `"${speaker.name}" is ${shown(most)} and ${shown(other)}: two people, or a quote of somebody else`,
      line,
    },
  ];
}

/** The gender that an article states of somebody, by its pronoun or by what it calls him. */
function genderIn({ pronoun, descriptions }: Appearance): string | null {
  if (pronoun === "she") return "female";
  if (pronoun === "he") return "male";
  const stated = new Set(descriptions.map((words) => genderOfNoun(headOf(words))).filter((gender) => gender !== null));
  return stated.size === 1 ? ([...stated][0] ?? null) : null;
}

/** The one field of work that an article describes somebody in. */
function fieldIn({ descriptions }: Appearance): string | null {
  const fields = new Set(
    descriptions.flatMap((words) => words.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => FIELD_OF.get(word) ?? []),
  );
  return fields.size === 1 ? ([...fields][0] ?? null) : null;
}

/** The noun of a description: the last word before "of", "for" and the like. */
function headOf(words: string): string {
  const [before = ""] = words.toLowerCase().split(/,|\s(?:of|for|at|in|from|who|with|to|on)\s/);
  return before.trim().split(/\s+/).at(-1) ?? "";
}
