import type { Reason } from "../../raw-document.ts";
import { hyphenated, labelsOf, type PageElement } from "../dom.ts";
import { shownText } from "../shown-text.ts";
import { isSentence } from "./prose.ts";

const TAGS = new Map<string, Reason>([
  ["nav", "navigation"],
  ["form", "navigation"],
  ["aside", "related"],
  ["footer", "navigation"],
]);
const ROLES = new Map<string, Reason>(
  ["navigation", "menu", "menubar", "search", "banner", "contentinfo", "dialog", "alertdialog"].map((role) => [role, "navigation"]),
);

/**
 * Words that sites of all kinds use in the classes of what is not the article. They are matched against labels such as
 * "share-tools article__related mostRead", with a separator or a capital letter at both ends.
 */
const WORDS: [Reason, string][] = [
  [
    "share",
    "share|shares|sharing|sharebar|share-?(?:tools|buttons|bar|links)|sharedaddy|social(?:-?(?:media|links?|icons?|bar|buttons?|share|tools|list|follow))?|addthis|addtoany|a2a|sociable|follow-?(?:us|me|links?|buttons?)",
  ],
  [
    "related",
    "(?:bookmark|product|file|audio|button)-?card|related|recommend(?:ed|ation|ations)?|read-?(?:more|next|also)|more-?(?:stories|news|from|articles|coverage|on)|most-?(?:read|popular|viewed|shared|recent)|trending|popular|outbrain|taboola|zergnet|recirc(?:ulation)?|jp-relatedposts|yarpp|promos?|teasers?|also-?(?:read|see|on)|see-?also|further-?reading|up-?next|next-?(?:article|story|post|up)|prev(?:ious)?-?(?:article|story|post)|latest-?(?:news|stories|posts|articles)|story-?(?:list|timeline)|sidebar|carousel|around-?the-?web|you-?(?:may|might)(?:-?also)?-?like|dont-?miss|rail|right-?rail",
  ],
  ["newsletter", "newsletters?|sign-?up|subscribe|subscription|opt-?in|optin-?\\w*|mailchimp|email-?(?:sign-?up|capture|form)|mc4wp"],
  [
    "advertisement",
    "ads?|advert|adverts|advertisement|advertising|advertorial|ad-?(?:slot|unit|container|wrapper|box|break|banner|block|space|zone)|dfp|google-?ad\\w*|sponsor(?:ed|s|ship)?|native-?ad|adsbygoogle|commercial|cta|call-?to-?action",
  ],
  [
    "navigation",
    "nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|page-?(?:footer|nav)|site-?(?:header|footer|nav)|global-?(?:header|footer|nav)|masthead|colophon|toolbar|skip-?links?|comments?|comment-?(?:list|form|section|count)|respond|disqus\\w*|fb-?comments|replies|tags|tag-?(?:list|links|cloud)|tagcloud|topics|keywords|categories|cat-?links|author-?(?:bio|box|about|card|description)|about-?(?:the-?)?author|bio|biography|cookies?|cookie-?\\w+|gdpr|consent|modal|popup|pop-?up|overlay|lightbox|tooltip|rollover(?:-\\w+)?|popover|hover-?card|sr-only|screen-?reader(?:-?text)?|visually-?hidden|visuallyhidden|print-?(?:only|header|footer|block)|noprint|robots-nocontent|no-?js|control-?(?:bar|panel)|gallery-?(?:overlay|controls|nav)|toc|table-?of-?contents|slideshow-?(?:nav|controls)|feedback|login|log-?in|poll|copyright-?notice",
  ],
];
const PATTERNS = WORDS.map(([reason, words]): [Reason, RegExp] => [
  reason,
  new RegExp(
    `(?:^|\\s)(?:[\\w-]{1,40}[_-])?(?:${words})(?:[_-]{1,2}(?:card|box|block|widget|module|inline|banner|unit|panel))?(?=$|\\s)|(?:^|\\s)(?:${words})(?=$|[\\s_-])`,
    "",
  ),
]);

/** What a class says that the page around it has or lacks, not what the element is: "content has-sidebar". */
const ABOUT_OTHERS = /(?:^|(?<=[\s_-]))(?:has|with|without|no|hide|show|open|enable[ds]?|is)-[\w-]+/g;
/** Classes of a paragraph that say where it stands or how it looks, not that it is something else: "sidebar-text". */
const PLACES =
  /(?:^|(?<=\s))(?:sidebar|carousel|rail|right-?rail|masthead|toolbar|overlay|social|menu|commercial|bio|feedback|comment|toc|topics|nav)[\w-]*/g;
const MIN_PARAGRAPH = 80;
const HIDDEN = /(?:^|\s)(?:hidden|hide|invisible|is-hidden|d-none)(?=\s|$)/;
/** Hidden on small screens or large ones only. */
const SOMEWHERE_SHOWN = /(?:^|[\s:])(?:d-(?:xs|sm|md|lg|xl)-|(?:xs|sm|md|lg|xl):)/;

/** Why an element and all in it is furniture, as its name, role and classes say; `null` when they say nothing. */
export function furnitureOf(element: PageElement): Reason | null {
  const name = element.localName.toLowerCase();
  if (name === "body" || name === "html" || name === "article" || name === "main") return null;
  if (isKeyPoints(element)) return null;
  const byTag = TAGS.get(name) ?? ROLES.get(element.getAttribute("role") ?? "");
  if (byTag !== undefined) return byTag;
  const isHeading = /^h[1-6]$/.test(name);
  // The id of a heading is made of its words: "comments-from-the-mayor".
  const labels = isHeading ? (element.getAttribute("class") ?? "").slice(0, 500) : labelsOf(element);
  if (labels === "") return null;
  const words = hyphenated(labels).toLowerCase();
  if (HIDDEN.test(words) && !SOMEWHERE_SHOWN.test(words)) return "navigation";
  const own = (name === "p" && isParagraph(element) ? words.replace(PLACES, "") : words).replace(ABOUT_OTHERS, "");
  return PATTERNS.find(([, pattern]) => pattern.test(own))?.[0] ?? null;
}

/** What an article says first in short, in a list of its own. */
export function isKeyPoints(element: PageElement): boolean {
  return /(?:^|\s)(?:[\w-]{1,40}[_-])?(?:key-?(?:points|facts|takeaways)|takeaways|at-?a-?glance|fact-?(?:box|file))(?=$|\s)/i.test(
    labelsOf(element),
  );
}

/** A sentence of an article's length that is no link. */
function isParagraph(element: PageElement): boolean {
  return element.querySelector("a, button, input") === null && isSentence(shownText(element)) && shownText(element).length >= MIN_PARAGRAPH;
}

/** The box about the author: a byline has the same class, but no paragraph. `quote-author` names who is quoted. */
export function isAuthorBox(element: PageElement): boolean {
  return /(?:^|[\s_-])authors?(?:$|[\s_-])/i.test(labelsOf(element)) && !/quote/i.test(labelsOf(element));
}

/** What closes a page rather than an article, where it stands outside the article. */
export function isPageEnd(element: PageElement): boolean {
  return /(?:^|[\s_-])(?:copyright|bottom|foot|legal|imprint)(?:$|[\s_-])/i.test(labelsOf(element));
}
