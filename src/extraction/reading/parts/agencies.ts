/** News agencies and picture libraries, as they sign pictures and reports. */
const HOUSES = new Set(
  [
    "getty|gettyimages|afp|afptv|agence france-presse|agence france presse|ap|associated press|reuters|thomson reuters|epa|epa-efe|efe|pa|press association",
    "upi|united press international|bloomberg|dpa|aap|ansa|tass|itar-tass|sputnik|interfax|xinhua|kyodo|yonhap|anadolu|aa|pti|ani|ians|canadian press|cp",
    "shutterstock|alamy|istock|istockphoto|rex|zuma|nurphoto|unsplash|pexels|pixabay|wikimedia|wikipedia|flickr|corbis|magnum|redux|polaris|barcroft",
    "swns|splash|wireimage|filmmagic|imago|imagoimages|action images|usa today sports|icon sportswire|lightrocket|sopa|adobe stock|adobestock|dreamstime|depositphotos",
  ]
    .join("|")
    .split("|"),
);
/** What may stand behind the name: "Getty Images", "Kyodo News", "Rex Features". */
const BEHIND = new Set(
  "image images photo photos picture pictures media wire newswire news press agency stock live sport commons entertainment features afp".split(
    " ",
  ),
);
const LIBRARY = /images|getty|shutterstock|alamy|stock|rex|photo|unsplash|pexels|pixabay|flickr|wiki/iu;
/** The longest name of a house. Words. */
const MOST_WORDS = 3;

/** Whether words are the name of a news agency or a picture library. */
export function isHouse(written: string): boolean {
  const words = written.toLowerCase().replace(/^the /u, "").split(" ");
  for (let length = 1; length <= MOST_WORDS; length += 1) {
    if (HOUSES.has(words.slice(0, length).join(" ")) && words.slice(length).every((word) => BEHIND.has(word))) return true;
  }
  return false;
}

/** Whether a line names a news agency and nothing else: "Associated Press" under a byline, "(AFP)" under the text. */
export function isAgency(text: string): boolean {
  return text.length <= 60 && isHouse(text.replace(/^[([–—/\s-]+|[)\]\s.]+$/gu, ""));
}

/** Whether a line names an agency that writes reports, not one that has pictures only. */
export function isWire(text: string): boolean {
  return isAgency(text) && !LIBRARY.test(text);
}

/** Whether the name of an agency is of one that has pictures: what it signs in brackets is one. */
export function hasPictures(agency: string): boolean {
  return LIBRARY.test(agency);
}
