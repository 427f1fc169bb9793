import { decodeHTML } from "entities";

/** Entities of marks and letters. "&lt;" stays: a text about HTML may mean it. */
const ENTITY =
  /&(?:#(?:3[2-9]|4[0-7]|1[6-9]\d|[2-9]\d{2}|\d{4,6})|#x(?:2\d|[a-f\d]{2,5})|quot|amp|apos|[lr][sd]quo|[bs]bquo|[mn]dash|hellip|nbsp|bull|middot|pound|euro|cent|deg|copy|reg|trade|(?:[aeiouyn](?:acute|grave|circ|uml|tilde|ring|cedil))|ccedil|szlig|oslash|aelig|eth|thorn|shy|zwn?j);/gi;

/** What is encoded once in a text that also shows "&amp;": "type &amp; for the & of Holt & Lind" is about the entity. */
const BARE_AMPERSAND = /&(?!#?\w{1,10};)/;

/** Decodes what was encoded twice ("&amp;#8220;" in the page, which shows as "&#8220;"). */
export function decodeTwice(text: string): { text: string; count: number } {
  if (!text.includes("&")) return { text, count: 0 };
  let count = 0;
  const isAboutIt = BARE_AMPERSAND.test(text);
  const decoded = text.replace(ENTITY, (entity) => {
    if (isAboutIt && entity.toLowerCase() === "&amp;") return entity;
    count += 1;
    return decodeHTML(entity);
  });
  return { text: decoded, count };
}
