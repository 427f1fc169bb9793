/** Names of months and days as newspapers write them, in full and cut short; parts of regular expressions, capital first. */
export const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
/** A day of the week: "Mon", "Wednesday". */
export const WEEKDAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
/** A day of the month: "3", "3rd". */
export const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
