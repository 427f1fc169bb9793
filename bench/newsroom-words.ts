import type { Dice } from "./dice.ts";
import type { Beat } from "./newspaper.ts";

/** Words of one beat, each list in the form the sentences take them. */
export interface Topic {
  nouns: string[];
  verbs: string[];
  adjectives: string[];
  roles: string[];
}

const topic = (nouns: string, verbs: string, adjectives: string, roles: string): Topic => ({
  nouns: nouns.split(" "),
  verbs: verbs.split(" "),
  adjectives: adjectives.split(" "),
  roles: roles.split(", "),
});

export const TOPICS: Topic[] = [
  topic(
    "harbour ferry quay lighthouse dredger pilot mooring tide breakwater crane",
    "dredge reopen moor pilot widen anchor insure tow",
    "silted tidal deep northern narrow stormy",
    "harbour master, ferry captain, pilot, shipowner",
  ),
  topic(
    "hospital ward clinic nurse surgeon ambulance vaccine pharmacy corridor patient",
    "treat staff discharge examine vaccinate admit fund triage",
    "crowded clean rural understaffed modern urgent",
    "chief nurse, surgeon, pharmacist, hospital director",
  ),
  topic(
    "school classroom teacher pupil exam timetable library playground headmaster bus",
    "teach enrol mark close repaint inspect merge test",
    "small noisy selective bilingual leaking empty",
    "headteacher, school inspector, teachers' spokeswoman, bus driver",
  ),
  topic(
    "budget tax loan bond deficit auditor ledger pension grant surplus",
    "audit borrow raise cut freeze refinance balance spend",
    "municipal annual hidden generous shrinking overdue",
    "treasurer, auditor, finance minister, budget officer",
  ),
  topic(
    "river dam flood levee meadow reservoir bridge spillway gauge embankment",
    "drain flood raise measure divert reinforce cross empty",
    "swollen muddy upstream ancient broken dry",
    "river engineer, dam keeper, hydrologist, farmer",
  ),
  topic(
    "theatre orchestra museum painting curator festival poem stage ticket choir",
    "perform restore exhibit rehearse curate conduct sell hang",
    "forgotten baroque free touring controversial sold-out",
    "curator, conductor, theatre manager, poet",
  ),
  topic(
    "railway tram station signal timetable locomotive platform tunnel conductor track",
    "electrify delay extend tunnel privatise schedule brake modernise",
    "late electric suburban privatised underground rusty",
    "stationmaster, transport minister, train driver, signal engineer",
  ),
  topic(
    "forest wolf beaver hedge orchard beekeeper pesticide owl marsh warden",
    "fell plant protect graze count fence poison reintroduce",
    "wild protected rotting sustainable remote silent",
    "forester, game warden, ecologist, beekeeper",
  ),
  topic(
    "court verdict judge witness appeal lawyer juror sentence evidence hearing",
    "appeal acquit sentence testify adjourn overturn investigate swear",
    "unanimous sealed unlawful contested final secret",
    "prosecutor, defence lawyer, judge, court clerk",
  ),
  topic(
    "election ballot candidate mayor coalition council turnout campaign manifesto opposition",
    "elect nominate oppose recount campaign debate resign endorse",
    "narrow disputed local independent postponed secret",
    "mayor, opposition leader, election officer, councillor",
  ),
  topic(
    "factory strike union wage shift foreman layoff contract turbine warehouse",
    "strike hire negotiate automate relocate pay dismiss weld",
    "idle profitable dangerous foreign seasonal temporary",
    "union secretary, factory owner, foreman, economist",
  ),
  topic(
    "telescope satellite rocket laboratory physicist comet experiment sensor orbit antenna",
    "launch observe calibrate measure publish simulate detect orbit",
    "faint accurate orbital distant unexplained noisy",
    "astronomer, physicist, engineer, laboratory head",
  ),
];

const OPENERS = [
  "",
  "",
  "",
  "Frankly, ",
  "In the end ",
  "Next year ",
  "After all these years ",
  "For once ",
  "Without any doubt ",
  "As far as I know ",
];
const SUBJECTS = [
  "we",
  "we",
  "I",
  "they",
  "the people here",
  "nobody on the board",
  "my colleagues",
  "most of our neighbours",
  "our children",
  "the others",
];
const MODALS = [
  "will",
  "will not",
  "won’t",
  "can",
  "cannot",
  "should",
  "would never",
  "may",
  "must",
  "might",
  "don’t want to",
  "have to",
  "promised to",
  "refuse to",
  "expect to",
];
const ADJUNCTS = [
  "before anyone asks",
  "as long as there is money",
  "without asking the ministry",
  "because it is right",
  "at any price",
  "in a single winter",
  "if the weather holds",
  "behind closed doors",
  "for another generation",
  "and everybody knows it",
  "though it hurts",
  "when the engineers are ready",
  "with our own hands",
  "to please the investors",
  "since the day it was built",
];
const REMARKS = [
  "That is {a} promise.",
  "It was {a} mistake.",
  "You can call it {a} dream.",
  "There is no {noun} without {a} {noun}.",
  "A {noun} is not a {noun}.",
  "I have seen {number} of them, and every {noun} was {a}.",
  "It’s a {noun}, not a {noun}!",
  "Who would {verb} a {a} {noun} for {number} crowns?",
];

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** English sentences about one topic, with denials and names: what claims can be made from that mean something. */
export function newsroomWords(dice: Dice): Beat {
  const topic = dice.pick(TOPICS);
  const noun = () => dice.pick(topic.nouns);
  return {
    headline: (place) => `${place} ${dice.pick(["debates", "waits for", "argues over", "pays for", "returns to"])} its ${noun()}`,
    said: () => sentence(dice, topic),
    told: () => narration(dice, topic),
    noun,
  };
}

function narration(dice: Dice, { nouns, verbs, adjectives }: Topic): string {
  return dice.pick([
    `The ${dice.pick(adjectives)} ${dice.pick(nouns)} cost ${dice.below(900) + 11},000 crowns in ${1980 + dice.below(45)}, and ${inventedPlace(dice)} paid ${dice.pick(["most", "half", "none"])} of it.`,
    `A report from ${inventedPlace(dice)} on ${dice.pick(DAYS)} found that ${dice.below(80) + 12} of ${dice.below(300) + 100} households would ${dice.pick(verbs)} the ${dice.pick(nouns)}.`,
    `Officials plan to ${dice.pick(verbs)} the ${dice.pick(nouns)} ${dice.pick(["before", "after", "during"])} the ${dice.pick(["spring", "summer", "autumn", "winter"])}, when the ${dice.pick(adjectives)} ${dice.pick(nouns)} opens.`,
    `Nobody at the meeting in ${inventedPlace(dice)} could say who would ${dice.pick(verbs)} the ${dice.pick(adjectives)} ${dice.pick(nouns)}.`,
    `The people of ${inventedPlace(dice)} ${dice.pick(["met", "voted", "marched", "waited"])} on ${dice.pick(DAYS)} over the ${dice.pick(nouns)}.`,
  ]);
}

/** A sentence somebody may say about a topic. */
function sentence(dice: Dice, { nouns, verbs, adjectives }: Topic): string {
  if (dice.next() < 0.25) {
    return dice
      .pick(REMARKS)
      .replaceAll("{noun}", () => dice.pick(nouns))
      .replaceAll("{verb}", () => dice.pick(verbs))
      .replaceAll("{number}", () => String(dice.below(97) + 3))
      .replaceAll("{a}", () => dice.pick(adjectives))
      .replace(/\ba (?=[aeiou])/g, "an ");
  }
  const opener = dice.pick(OPENERS);
  const object = dice.next() < 0.5 ? `the ${dice.pick(nouns)}` : `the ${dice.pick(adjectives)} ${dice.pick(nouns)}`;
  const tail =
    dice.next() < 0.5 ? `${dice.pick(ADJUNCTS)}` : `and the ${dice.pick(nouns)} of ${inventedPlace(dice)} ${dice.pick(ADJUNCTS)}`;
  const words = `${opener}${dice.pick(SUBJECTS)} ${dice.pick(MODALS)} ${dice.pick(verbs)} ${object} ${tail}.`;
  return words.replace(/^./, (letter) => letter.toUpperCase());
}

const ONSETS = "b br d dr f g gr h k kl l m n p r s sk st t tr v".split(" ");
const VOWELS = "a e i o u å ö ei au".split(" ");
const CODAS = "l n r s m ck nd rt".split(" ");
const PLACE_ENDS = "ford wick holm stad by ton haven mouth berg vale".split(" ");
const SURNAME_ENDS = "son sen er man ley stein ova ard".split(" ");
const FIRST_NAMES =
  "Ada Anton Beatrix Carl Dora Edvin Frida Gustav Hilde Ivo Jana Kaspar Lena Magnus Nora Otto Paula Quentin Rosa Sven Tilda Ulf Vera Wim Yara Zoë".split(
    " ",
  );

/** A place nobody has been to. */
export function inventedPlace(dice: Dice): string {
  return invented(dice, PLACE_ENDS);
}

/** First name and surname of nobody. */
export function inventedName(dice: Dice): [string, string] {
  return [dice.pick(FIRST_NAMES), invented(dice, SURNAME_ENDS)];
}

function invented(dice: Dice, ends: string[]): string {
  const word = `${dice.pick(ONSETS)}${dice.pick(VOWELS)}${dice.pick(CODAS)}${dice.pick(ends)}`;
  return word.replace(/^./, (letter) => letter.toUpperCase());
}
