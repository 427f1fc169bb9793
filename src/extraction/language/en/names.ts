import type { Token } from "./tokens.ts";

export type Gender = "male" | "female" | null;

/** A personal or other proper name as one mention gives it. */
export interface Name {
  /** The words of the name, titles and honorifics left out. */
  words: string[];
  gender: Gender;
  /** The title right before it ("sen"), if any, and whether "the" stands there. */
  title: string | null;
  definite: boolean;
  /** UTF-16 range of the words of the name. */
  start: number;
  end: number;
}

const set = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

const MALE_TITLES = set("mr sir lord king prince father brother");
const FEMALE_TITLES = set("mrs ms miss madam dame lady queen princess sister");
const TITLES = set(
  "ceo cfo undersecretary commissioner managing executive sens reps govs mr mrs ms miss mx dr prof professor rev reverend hon sir lord lady dame king queen prince princess president vice gov governor sen senator rep representative congressman congresswoman secretary minister chancellor premier mayor judge justice gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt sergeant cpl det detective insp inspector supt superintendent chief pope cardinal bishop archbishop imam rabbi pastor father sister brother ambassador chairman chairwoman chair director attorney speaker coach officer deputy assistant prime foreign defense defence former ex-president premier sheriff councillor councilman councilwoman alderman constable spokesman spokeswoman spokesperson analyst economist actor actress singer director author democrat republican senate house state",
);
const MALE = set(
  "omar haddad tomas anders magnus stefan marco lorenzo paolo andrei roman artur anton viktor otto emil hugo leon noel vince mick ahmad yousef youssef samir tarek walid faisal saeed reza ali akbar dmytro volodymyr petro oleksandr taras jamal kwame kofi chidi emeka tunde abdel hamza bilal james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent roy ralph eugene russell bobby mason philip phil louis harry howard fred tom tim jim mike bill bob dan dave steve chris matt tony ted ron ken rick chuck doug don mitch bernie barack mitt jeb marco rand lindsey newt rudy boris vladimir sergei ivan dmitry alexei igor mikhail nikolai yuri oleg viktor emmanuel francois jean pierre jacques hans klaus jurgen angelo giovanni mario luigi carlos luis jorge pedro miguel diego pablo fernando rafael antonio manuel javier mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim khalid abdullah abdul mustafa mahmoud yusuf karim tariq imran raj ravi sanjay arun vijay narendra amit wei jun hiroshi kenji takeshi shinzo kim ban xi recep nigel graham simon ian neil colin stuart alastair alistair gordon hugh rory angus craig derek trevor clive barry geoff geoffrey martin oliver leo max liam aidan connor ashraf hamid zamir bashar benjamin yitzhak shimon ehud avi moshe kofi nelson jacob cyril robin theo oscar felix lars erik sven nils bjorn jan piotr pawel tomasz andrzej vaclav milos janos laszlo",
);
const FEMALE = set(
  "clara lena ines grace hanna hannah ruth amy ewa aino siri farah maria petra katrin birgit astrid sigrid freya nora ella eva elsa agnes ada ines marta lucia paula silvia monica gabriela daniela alejandra valentina camila mariana leticia layla yasmin nadia samira salma noor hala rana dina amal huda olha yulia oksana tetiana darya polina vera galina ludmila svitlana ngozi amara chioma wanjiru thandi nomsa mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah debbie stephanie rebecca sharon laura cynthia kathleen kathy amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary chelsea melania ivanka tiffany kellyanne sarah condoleezza nikki carly elena olga natalia svetlana irina tatiana ekaterina anastasia angela ursula claudia heidi ingrid greta birgit monika sabine francoise marine segolene simone brigitte carmen rosa isabel lucia ana fatima aisha zainab maryam leila amina priya indira sonia anita sunita mei ling yuki keiko aung jacinda theresa nicola priti penny fiona gillian alison lorraine moira eleanor beatrice camilla kate katie harriet poppy sophie zoe chloe lucy ellie molly jane anne annie maggie kirsten kirstjen gretchen amy tulsi kamala elise liz susana michele valerie loretta donna huma jill tammy wendy cindy melinda marianne rosemary erin shannon tracy stacey robin",
);
const ORGANISATION = set(
  "department ministry university college institute committee council party government parliament congress senate house court police agency office bureau commission company corporation corp inc ltd llc group bank union association society federation foundation fund organization organisation team club league times post journal news press network television radio magazine reuters bloomberg nato administration campaign army navy force forces force military board authority center centre school hospital church coalition alliance movement front council service services department party white assembly kremlin pentagon taliban hamas hezbollah cia fbi un eu nasa who nhs bbc cnn nbc abc cbs msnbc ap afp google facebook twitter microsoft apple amazon treasury pac conference project initiative forum partners airlines airways motors industries holdings technologies systems",
);

/**
 * The proper name in a run of tokens: its last run of capitalised words, what stands before the last title or the last
 * word of an organisation left out ("Deputy Harbour Secretary Clara Voss", "the Orchard Council Tomas Lind").
 *
 * @returns `null` when the tokens hold no name.
 */
export function nameOf(text: string, tokens: Token[], from: number, to: number): Name | null {
  let last = to;
  while (last > from && tokens[last - 1]?.class !== "N") last -= 1;
  let first = last;
  while (first > from && tokens[first - 1]?.class === "N") first -= 1;
  let gender: Gender = null;
  let title: string | null = null;
  for (let t = first; t < last - 1; t += 1) {
    const word = plain(tokens[t]?.lower ?? "");
    if (!TITLES.has(word)) continue;
    title = word;
    if (MALE_TITLES.has(word)) gender = "male";
    if (FEMALE_TITLES.has(word)) gender = "female";
    first = t + 1;
  }
  for (let t = last - 3; t >= first; t -= 1) {
    // A person after an organisation: only when a first name we know follows, so that "Council Bluffs Police" stays whole.
    const next = plain(tokens[t + 1]?.lower ?? "");
    if (ORGANISATION.has(plain(tokens[t]?.lower ?? "")) && (MALE.has(next) || FEMALE.has(next))) first = t + 1;
  }
  while (last > first + 1 && SUFFIX.test(tokens[last - 1]?.lower ?? "")) last -= 1;
  const [start, end] = [tokens[first]?.start, tokens[last - 1]?.end];
  if (start === undefined || end === undefined || first >= last) return null;
  // "Minister of ..." names nobody.
  if (last - first === 1 && TITLES.has(plain(tokens[first]?.lower ?? ""))) return null;
  const words = tokens.slice(first, last).map((token) => text.slice(token.start, token.end));
  return { words, gender: gender ?? genderOf(words), title, definite: tokens[first - 1]?.lower === "the", start, end };
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;

function plain(word: string): string {
  return word.replace(/\.$/, "");
}

/** The gender that a full name's first word suggests, from a list of common first names. */
function genderOf(words: string[]): Gender {
  const first = (words[0] ?? "").toLowerCase();
  if (words.length < 2) return null;
  if (MALE.has(first)) return FEMALE.has(first) ? null : "male";
  return FEMALE.has(first) ? "female" : null;
}

/** Whether a name is that of an organisation, by its words. */
export function isOrganisation(words: string[]): boolean {
  return words.some((word) => ORGANISATION.has(word.toLowerCase().replace(/\.$/, "")) || /^\p{Lu}{2,6}$/u.test(word));
}
