import { fold } from "../../../../article/words/fold.ts";

/** The months as newspapers of English, German, French, Spanish, Italian, Portuguese, Dutch, Danish and Swedish write them, in full and cut short. */
const MONTHS = [
  "January Jan Januar Jänner janvier enero gennaio janeiro januari",
  "February Feb Februar février febrero febbraio fevereiro februari",
  "March Mar März Mrz mars marzo março maart marts",
  "April Apr avril abril abr aprile",
  "May Mai mayo maggio maio mei maj",
  "June Jun Juni juin junio giugno junho",
  "July Jul Juli juillet julio luglio julho",
  "August Aug août agosto augustus augusti",
  "September Sept Sep septembre septiembre settembre setembro",
  "October Oct Oktober Okt octobre octubre ottobre outubro",
  "November Nov novembre noviembre novembro",
  "December Dec Dezember Dez décembre diciembre dic dicembre dezembro",
].map((names) => names.split(" "));
const WEEKDAYS =
  "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

/** The name of a month; a part of regular expressions, like those below. */
export const MONTH = oneOf(MONTHS.flat());
/** A day of the week: "Mon", "Wednesday", "Samstag". */
export const WEEKDAY = `(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?|${oneOf(WEEKDAYS.split(" "))})`;
/** A day of the month: "3", "3rd", "3." before a German month. */
export const DAY = "\\d{1,2}(?:st|nd|rd|th|er|\\.(?=\\s?\\p{L}))?";
/** Between a day and its month, or a month and its year: "3rd of May 2024", "3 de mayo de 2024". */
export const OF = "(?:\\s+(?:of|del?))?";

/** The number of a month by its name, from 1; 0 for none. */
export function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.some((known) => fold(known) === fold(name))) + 1;
}

/** Longer names first: a regular expression takes the first that fits. */
function oneOf(names: string[]): string {
  const either = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => `[${name[0]}${name[0]?.toLowerCase()}]${name.slice(1)}`);
  return `(?:${either.join("|")})`;
}
