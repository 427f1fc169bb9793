// Pairs of spellings, British first; each also stands at the head of longer words ("defenceless").
const STEMS: [string, string][] =
  `armour armor|behaviour behavior|candour candor|clamour clamor|colour color|demeanour demeanor|endeavour endeavor
favour favor|fervour fervor|flavour flavor|glamour glamor|harbour harbor|honour honor|humour humor|labour labor|neighbour neighbor|odour odor
parlour parlor|rancour rancor|rigour rigor|rumour rumor|saviour savior|savour savor|splendour splendor|succour succor|tumour tumor|valour valor
vapour vapor|vigour vigor|calibre caliber|centre center|centring centering|fibre fiber|goitre goiter|kilometre kilometer|centimetre centimeter
millimetre millimeter|litre liter|lustre luster|meagre meager|metre meter|mitre miter|sabre saber|sceptre scepter|sombre somber|spectre specter
theatre theater|manoeuvr maneuver|manoeuver maneuver|maneuvr maneuver|defence defense|offence offense|licence license|pretence pretense|practise practice
catalogue catalog|dialogue dialog|analogue analog|monologue monolog|programme program|plough plow|draught draft|mould mold|moult molt|smoulder smolder
grey gray|tyre tire|cosy cozy|sceptic skeptic|sulph sulf|aluminium aluminum|jewellery jewelry|moustache mustache|pyjama pajama|yoghurt yogurt
enquir inquir|artefact artifact|adviser advisor|protester protestor|gaol jail|foetus fetus|foetal fetal|oestrogen estrogen|oesophag esophag
diarrhoea diarrhea|judgement judgment|acknowledgement acknowledgment|ageing aging|likeable likable|sizeable sizable|focuss focus|benefitt benefit
skilful skillful|wilful willful|fulfilment fulfillment|instalment installment|enrolment enrollment|woollen woolen|counsellor counselor|chequer checker
orientat orient|aeroplane airplane|kidnapp kidnap|worshipp worship|marvell marvel|paediatr pediatr|haemo hemo|omelette omelet|doughnut donut
mollusc mollusk|councillor councilor|kerb curb|snowplough snowplow|tranquillis tranquiliz|connexion connection|despatch dispatch|cosi cozi`
    .split(/[|\n]/)
    .map((pair) => pair.split(" ") as [string, string]);
// Whole words.
const WORDS = new Map(
  `learnt learned|burnt burned|dreamt dreamed|spoilt spoiled|spilt spilled|spelt spelled|smelt smelled|leant leaned|leapt leaped|whilst while
amongst among|amidst amid|towards toward|afterwards afterward|backwards backward|forwards forward|upwards upward|downwards downward|onwards onward
fulfil fulfill|enrol enroll|instal install|distil distill|appal appall|instil instill|okay ok|mum mom|mums moms|an a|usa us
maths math|cheque check|cheques checks|storey story|storeys stories|manoeuvre maneuver|manoeuvres maneuvers|whisky whiskey|whiskies whiskeys
axe ax|disc disk|discs disks|chilli chili|chillies chilies|pedlar peddler|pedlars peddlers|tsar czar|tsars czars|gramme gram|grammes grams
grandad granddad|furore furor|speciality specialty|specialities specialties|phoney phony|cypher cipher|liquorice licorice`
    .split(/[|\n]/)
    .map((pair) => pair.split(" ") as [string, string]),
);
const FIRST_LETTERS = new Map<string, [string, string][]>();
for (const pair of STEMS) FIRST_LETTERS.set(pair[0].slice(0, 2), [...(FIRST_LETTERS.get(pair[0].slice(0, 2)) ?? []), pair]);

/** Two words that "-ise" and "-ize" make: "prise" and "prize". */
const NOT_ISE = /^pris(?:e|ed|es|ing)$/;
const ISE = /is(e[drs]?|ers?|ing|ations?|able)$/;
const YSE = /ys(e[drs]?|ers?|ing)$/;
/** "travelled", but not "filled": the syllable is not the only one. */
const DOUBLED = /([aeiouy][^aeiouy]*[aeiouy])ll(ed|ing|ers?|ings)$/;

/**
 * One spelling of a folded English word for all in which it is written: "colour" and "color" both are "color". What comes
 * out need not be a word ("advise" is "advize"): it is only compared with others.
 */
export function americanOf(word: string): string {
  const whole = WORDS.get(word);
  if (whole !== undefined) return whole;
  if (word.length < 4) return word;
  let spelled = word;
  for (const [british, american] of FIRST_LETTERS.get(word.slice(0, 2)) ?? []) {
    if (!word.startsWith(british)) continue;
    // "centred" is "center" and "ed"; "metric" has nothing to do with "metre".
    spelled = american + word.slice(british.length).replace(/^d$/, american.endsWith("er") && british.endsWith("re") ? "ed" : "d");
    break;
  }
  if (spelled.length >= 6 && !NOT_ISE.test(spelled)) spelled = spelled.replace(ISE, "iz$1").replace(YSE, "yz$1");
  return spelled.replace(DOUBLED, "$1l$2").replace(/(.{2})ae(?=.{2})|^ae(?=.{4})/, "$1e");
}

/** The British and the American spelling of a folded word, without the given one; for words outside the list a guess. */
export function spellingsOf(word: string): string[] {
  const [british, american] = STEMS.find((pair) => pair.some((stem) => word.startsWith(stem))) ?? ["", ""];
  const others = word.startsWith(british) ? [american + word.slice(british.length)] : [british + word.slice(american.length)];
  if (word.length >= 6) others.push(word.replace(/is(e[drs]?|ing|ations?)$/, "iz$1"), word.replace(/iz(e[drs]?|ing|ations?)$/, "is$1"));
  others.push(
    word.replace(DOUBLED, "$1l$2"),
    word.replace(/([aeiouy][^aeiouy]+[aeiouy])l(ed|ing|ers?)$/, "$1ll$2"),
    WORDS.get(word) ?? word,
  );
  return [...new Set(others)].filter((one) => one !== word && one.length > 0);
}
