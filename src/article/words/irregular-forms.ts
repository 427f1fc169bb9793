import { FUNCTION_WORDS } from "./function-words.ts";

/**
 * Forms of English words that no rule makes. Left out are those that mostly mean something else ("left", "rose", "bound",
 * "woke", "Fed"), and the verbs that stand in every text ("be", "have", "do").
 */

/** Verbs: the base, then the forms of its past. */
export const VERBS = lines(`
  arise arose arisen
  awake awoke awoken
  beat beaten
  become became
  begin began begun
  bend bent
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  broadcast broadcasted
  build built
  burn burned burnt
  buy bought
  catch caught
  choose chose chosen
  cling clung
  come came
  creep crept
  deal dealt
  dig dug
  draw drew drawn
  dream dreamed dreamt
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  forbid forbade forbidden
  foresee foresaw foreseen
  forget forgot forgotten
  forgive forgave forgiven
  freeze froze frozen
  get got gotten
  give gave given
  go goes went gone
  grow grew grown
  hang hung hanged
  hear heard
  hide hid hidden
  hold held
  keep kept
  know knew known
  lay laid
  lead led
  learn learned learnt
  lend lent
  light lit lighted
  lose lost
  make made
  mean meant
  meet met
  mislead misled
  mistake mistook mistaken
  outgrow outgrew outgrown
  overcome overcame
  oversee oversaw overseen
  overtake overtook overtaken
  overthrow overthrew overthrown
  pay paid
  prove proved proven
  rebuild rebuilt
  repay repaid
  rethink rethought
  rewrite rewrote rewritten
  ride rode ridden
  ring rang rung
  rise risen
  run ran
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  shake shook shaken
  shine shone
  shoot shot
  show showed shown
  shrink shrank shrunk
  sing sang sung
  sink sank sunk
  sit sat
  sleep slept
  slide slid
  speak spoke spoken
  spend spent
  spin spun
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  strike struck stricken
  strive strove striven
  swear swore sworn
  sweep swept
  swell swelled swollen
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  tread trod trodden
  undergo undergoes underwent undergone
  understand understood
  undertake undertook undertaken
  uphold upheld
  wear wore worn
  weave wove woven
  weep wept
  win won
  withdraw withdrew withdrawn
  withhold withheld
  withstand withstood
  write wrote written
`);

/** Nouns: one, and several. Those that end in "man" and "men" are found by rule. */
export const NOUNS = lines(`
  analysis analyses
  calf calves
  child children
  crisis crises
  criterion criteria
  diagnosis diagnoses
  foot feet
  goose geese
  half halves
  hypothesis hypotheses
  knife knives
  life lives
  loaf loaves
  mouse mice
  phenomenon phenomena
  scarf scarves
  shelf shelves
  thesis theses
  thief thieves
  tooth teeth
  wharf wharves
  wife wives
  wolf wolves
`);

/** Words that only look like a form of another: "news" is not "new" in the plural. */
export const WORDS_OF_THEIR_OWN = words(`
  canvas crooked economics evening feed goods herring lens moped news pathos politics rugged seed united weed wedding wicked
`);

/** Words without forms: those that join others, and some that do so and say something too. */
export const WITHOUT_FORMS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...words(`
  above although among below during either ever few hers less many much once other ours own per same since such theirs though
  thus upon whether within without yes
`),
]);

function lines(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
