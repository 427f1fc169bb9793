import { fold } from "../../../article/words/fold.ts";
import type { RawBlock, RawOmission } from "../raw-document.ts";

type Reason = RawOmission["reason"];

/** Longer blocks are sentences of somebody's, not labels. UTF-16 units. */
const MAX_LABEL = 240;

const NETWORKS =
  "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|e-?mail|print|copy link|messenger|tumblr|flipboard|bluesky|threads";

const LABELS: [Reason, RegExp][] = [
  [
    "advertisement",
    /^[\W_]*(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|paid (?:post|content)|ad feedback)(?:[\s:–—-]+(?:(?:story|article) continues (?:below|after).*|scroll (?:down )?to continue.*|continue reading.*|continue reading below.*))?[\W_]*$/i,
  ],
  [
    "advertisement",
    /^[\W_]*(?:the )?(?:story|article) continues (?:below|after)(?: (?:this )?(?:the )?(?:ad|advertisement|video))?[\W_]*$/i,
  ],
  ["advertisement", /^[\W_]*scroll (?:down )?to continue(?: reading| with content)?[\W_]*$/i],
  [
    "related",
    /^[[(]?\s*(?:read|see|learn) (?:more|also|next|now|on)\b\s*(?:[:：|>»–—-].*|(?:here|below|stories|articles|coverage|from .{1,60}))?[\W_]*$/i,
  ],
  [
    "related",
    /^[[(]?\s*(?:related|also (?:read|see)|see also|read|more|watch|listen|don['’]t miss|you may also like|you might also like|recommended(?: for you| reading)?|in other news|in case you missed it|further reading)\s*[:：]\s*\S.*$/i,
  ],
  [
    "related",
    /^(?:related(?: (?:stories|articles|content|coverage|topics|links|news|posts))?|recommended(?: for you| reading| stories)?|most (?:read|viewed|popular)(?: .{1,40})?|more (?:from|on this|stories|coverage)\b.{0,60}|you (?:may|might) also (?:like|be interested in)|up next|top stories|trending(?: now)?|editors?['’]?s? picks?|see also|further reading|watch now)[\W_]*$/i,
  ],
  [
    "share",
    /^(?:share(?: (?:this|on|via|with)\b.{0,60}| article| story)?|tweet(?: this)?|\d[\d,.]* (?:shares?|comments?|likes?)|(?:leave a )?comments?(?: \(\d+\))?|view comments|save(?: article| for later)?|gift (?:this )?article|bookmark)[\W_]*$/i,
  ],
  ["share", new RegExp(`^(?:share[:\\s]+)?(?:(?:${NETWORKS})(?![\\p{L}\\p{N}])[\\s|,/·•]*)+$`, "iu")],
  [
    "share",
    /^(?:follow|like|find|join) (?:us|me|the author|@\w+|[\p{L}.'’ -]{3,60}) on (?:facebook|twitter|x|instagram|tiktok|youtube|telegram|whatsapp|linkedin|bluesky|mastodon|threads)\b.{0,80}$/iu,
  ],
  [
    "newsletter",
    /^(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|inbox|e-?mails?|alerts?|briefing|updates|edition|to read|for free|today|podcast|channel|access)\b.{0,120}$/i,
  ],
  ["newsletter", /^(?:get|receive|want) (?:our|the|more)\b.{0,80}\b(?:newsletters?|inbox|by e-?mail|app|alerts)\b.{0,100}$/i],
  [
    "newsletter",
    /^(?:already (?:a subscriber|registered|have an account)|enter your e-?mail|support our journalism|subscribe(?: now| today)?|sign up(?: now| here)?|newsletter|thank you for (?:subscribing|signing up))\b.{0,80}$/i,
  ],
  [
    "navigation",
    /^(?:skip to (?:main )?(?:content|navigation|article)|(?:main )?menu|home|search|back to (?:top|home)|(?:next|previous) (?:page|article|story)|page \d+ of \d+|log ?in|sign in|my account|close|open in app|loading|listen to (?:this )?article|\d+ min(?:ute)?s? (?:read|listen)|jump to (?:comments|recipe)|table of contents|accept (?:all )?cookies|cookie (?:policy|settings)|privacy policy|terms (?:of use|and conditions)|contact us|about us)[\W_]*$/i,
  ],
  ["navigation", /^(?:home|news)(?:\s*[>»›/|]\s*[\p{L}\p{N} &'’-]{1,30}){1,6}$/iu],
];

/** A line of nothing but rules, stars and dots between two parts. */
const RULE = /^[\s*_=~#•·.⁂⁎※§+-]+$/u;
const LIST_TITLE = /^(?:related|recommended|most|more|top|you|read|see|further)\b/i;

/**
 * Leaves out what is not the article: labels of advertisements, links to other stories, share and sign-up lines,
 * navigation, rules.
 *
 * @returns the blocks that stay, and those left out with the reason.
 */
export function dropFurniture(blocks: RawBlock[]): { kept: RawBlock[]; dropped: { block: RawBlock; reason: Reason }[] } {
  const kept: RawBlock[] = [];
  const dropped: { block: RawBlock; reason: Reason }[] = [];
  let inLinks = false;
  for (const block of blocks) {
    let reason = furnitureReason(block.text);
    // A list right under "Related stories" is the related stories.
    if (reason === null && inLinks && block.form === "list-item") reason = "related";
    else inLinks = reason === "related" && LIST_TITLE.test(block.text);
    if (reason === null) kept.push(block);
    else dropped.push({ block, reason });
  }
  return { kept, dropped };
}

/** Why a block is furniture, or `null` when it belongs to the article. */
export function furnitureReason(text: string): Reason | null {
  if (text.length > MAX_LABEL) return null;
  if (RULE.test(text)) return "markup";
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A test for blocks that say the headline again: the same words, whatever the case and the marks. */
export function repeatsOf(headline: string): (text: string) => boolean {
  const words = fold(headline);
  const longest = headline.length * 2 + 20;
  return (text) => text === headline || (words !== "" && text.length <= longest && text.length * 2 >= words.length && fold(text) === words);
}
