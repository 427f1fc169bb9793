/**
 * Verbs that report speech, by lemma: `plain` ones report in any frame, `marked` ones ("laugh", "continue") only beside
 * quoted words. Written from the classes of Levin, English Verb Classes and Alternations (1993), sections 37.1-37.9 and 29.5.
 */
const PLAIN =
  "say tell add note write state ask explain announce argue claim insist warn reply respond tweet declare report suggest recall acknowledge admit concede contend assert maintain predict promise pledge vow stress emphasize emphasise remark comment observe reveal disclose confirm deny allege testify post quip joke caution complain lament boast conclude estimate indicate mention proclaim repeat reiterate retort counter affirm advise urge remind recount relate speculate theorize theorise opine muse blog email text message telegraph blurt scoff swear inform assure confess stipulate forecast clarify elaborate exclaim mutter murmur mumble whisper shout yell scream cry holler bellow bark snap roar thunder chant intone growl groan grumble sigh gasp snarl sneer drawl stammer stutter chirp gush rave rant fume crow intimate imply insinuate hint signal interject interrupt enthuse surmise attest profess preach plead beg pray thank apologize apologise commend reason ruminate protest object demand order command query inquire enquire wonder retweet telephone phone dictate recite echo voice utter pronounce expound specify detail decree rule underline underscore venture volunteer wisecrack deadpan chide scold admonish rebuke lecture chuckle joke tease taunt fire shoot hit";
const MARKED =
  "continue begin start go finish end offer agree laugh smile chuckle grin shrug nod sniff sob weep call describe dub label brand term characterize characterise refer denounce criticize criticise decry condemn blast slam deride dismiss mock attack praise hail laud tout credit blame accuse cite quote point believe think hope fear feel know expect see consider find wish worry doubt guess suspect imagine figure assume learn understand realize realise remember propose recommend read express speak talk discuss address deliver release issue publish put open close lead press challenge defend refute rebut reject dispute question threaten invite encourage call lash weigh sing sound show label judge deem view regard portray paint depict introduce greet welcome ridicule rail bemoan bristle jab summarize summarise paraphrase sum use include title name urge compare liken list want need try plan intend seek decide vow carry answer turn make give take keep mean note strike join follow";

/** Of the plain verbs, those that take no reported clause; of the others, those that do (opinions and findings: "polls show that"). */
const NO_CLAUSE = new Set(
  "thank commend reason protest order command fire shoot hit commend chide scold rebuke lecture tease taunt telephone phone email text voice expound venture detail clarify elaborate apologize apologise interrupt boast".split(
    " ",
  ),
);
const CLAUSE =
  "agree hope fear believe think feel expect find show see point learn know understand realize realise figure guess suspect".split(" ");

const IRREGULAR = new Map<string, string>(
  Object.entries({
    say: "says said saying",
    tell: "tells told telling",
    write: "writes wrote written writing",
    swear: "swears swore sworn swearing",
    begin: "begins began begun beginning",
    go: "goes went gone going",
    think: "thinks thought thinking",
    feel: "feels felt feeling",
    know: "knows knew known knowing",
    see: "sees saw seen seeing",
    find: "finds found finding",
    understand: "understands understood understanding",
    speak: "speaks spoke spoken speaking",
    put: "puts put putting",
    lead: "leads led leading",
    sing: "sings sang sung singing",
    show: "shows showed shown showing",
    read: "reads read reading",
    shoot: "shoots shot shooting",
    hit: "hits hit hitting",
    forecast: "forecasts forecast forecasting forecasted",
    make: "makes made making",
    give: "gives gave given giving",
    take: "takes took taken taking",
    keep: "keeps kept keeping",
    mean: "means meant meaning",
    weep: "weeps wept weeping",
    seek: "seeks sought seeking",
    strike: "strikes struck striking",
    plead: "pleads pleaded pled pleading",
  }),
);

/** Verbs whose last consonant doubles: "quipped", "admitted". */
const DOUBLING = new Set(
  "admit quip blog snap blurt chat submit beg grin nod chide sob sum dub slam jab"
    .split(" ")
    .filter((verb) => !["chide", "blurt"].includes(verb)),
);

const PLAIN_SET = new Set(PLAIN.split(" "));
const REPORTING = new Set([...PLAIN_SET, ...CLAUSE].filter((lemma) => !NO_CLAUSE.has(lemma)));
const ALL = new Set([...PLAIN_SET, ...MARKED.split(" ")]);

/** Every lemma that can report speech. */
export function cueLemmas(): Iterable<string> {
  return ALL;
}

/** Whether the lemma reports speech by itself, not only beside quoted words. */
export function isPlainCue(lemma: string): boolean {
  return PLAIN_SET.has(lemma);
}

/** Whether the lemma can report a finite clause: "said it expects ...", "polls show that ...". */
export function reportsClause(lemma: string): boolean {
  return REPORTING.has(lemma);
}

/** All forms of a verb, its lemma first. */
export function inflect(lemma: string): string[] {
  const irregular = IRREGULAR.get(lemma);
  if (irregular !== undefined) return [lemma, ...irregular.split(" ")];
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : DOUBLING.has(lemma) ? lemma + lemma.at(-1) : lemma;
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [lemma, third, `${stem}ed`, `${stem}ing`];
}
