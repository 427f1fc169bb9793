import type { Reason } from "../../raw-document.ts";
import { labelElsewhere } from "./labels-elsewhere.ts";

const NETWORK =
  "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|instagram|youtube|tiktok|snapchat|google\\+|e-?mail|print|copy (?:the )?link|messenger|tumblr|flipboard|bluesky|threads|mastodon|sms|pocket|viber|wechat|weibo|xing|digg|submit|save|bookmark|share|tweet|pin(?: it)?";
/** "the article", "this story": what a label points to. */
const PIECE =
  "(?:(?:the|this|our|your) )?(?:(?:full|whole|entire|original|main) )?(?:article|story|post|page|content|report|video|gallery|photos?)";
const HERE = "(?:here|below|above|this link|the link(?: below)?|the (?:image|picture|photo|arrow|button)s?)";
const LETTERS =
  "(?:newsletters?|inbox|e-?mails?|alerts?|notifications|briefing|updates|bulletins?|digest|round-?up|podcasts?|channel|edition)";
const LIST = "stor(?:y|ies)|articles?|content|coverage|topics?|links?|news|posts?|videos?|reading|searches|headlines|photos|galleries";

/** Whole lines that a page says of itself, without a sentence. Case does not count. */
const LABELS: [Reason, string[]][] = [
  [
    "advertisement",
    [
      "(?:(?:an )?adverts?|advertisements?|advertising|advertorial|ads?|ad feedback|sponsor message|(?:recommended|promoted) by (?:taboola|outbrain)|(?:sponsored|promoted)(?: content| links?| posts?| stories| by .{1,40})?|paid (?:post|content|for by .{1,40})|partner content|from our (?:partners|sponsors)|(?:remove|hide|skip|close|report)(?: this)? ads?|why (?:am i seeing )?this ad|(?:powered|presented|supported|brought to you) by .{1,40})(?:[\\s:–—-]+(?:(?:story|article|content) continues.*|scroll (?:down )?to continue.*|continue reading.*))?",
      "(?:(?:the |this )?(?:story|article|post|content|report)|text|reading) continues(?: (?:below|after)(?: (?:(?:this|the|our) )?(?:ad|advert|advertisement|video|gallery|photo|newsletter|promotion|slideshow)s?)?)?",
      "(?:scroll (?:down )?|swipe |keep scrolling )(?:to|for) (?:continue|more|read more|read on|the next|next)(?: reading| with content| story| article| photo)?",
      `continue(?: to)?(?: (?:reading|read|watching|listening))?(?: ${PIECE})?(?: below| here| in (?:the )?app)?`,
      "(?:this )?(?:ad|advertisement) (?:will end|ends|is (?:loading|playing)|finished loading).{0,40}",
    ],
  ],
  [
    "related",
    [
      `(?:read|see|learn|find out|discover|view|show|watch|load) (?:more|also|next|now|on|all)\\b(?:\\s*[:：|>»→–—-].*|\\s+(?:here|below|${LIST}|comments|from .{1,60}|on .{1,40}|about .{1,60}))?`,
      "(?:read|get|see) the latest(?: .{2,40})?|also: (?:see|read|watch) .*|story highlights|click to .{2,60}|open gallery",
      `(?:read|see|view|watch|get) ${PIECE}(?: (?:here|below|at .{1,40}|on .{1,40}))?`,
      "(?:related(?: (?:stor(?:y|ies)|articles?|content|coverage|topics?|links?|news|posts?|videos?|reading))?|also (?:read|see|watch|on .{1,30})|read (?:this|next|also|more)|must[ -]reads?|see also|read|more|watch(?: (?:live|now|more|below|this|(?:the )?video))?|listen|don['’]t miss|you (?:may|might) (?:also )?like|recommended(?: for you| reading)?|in other news|in case you missed it|icymi|further reading|up next|trending)\\s*[:：|]\\s*\\S.*",
      `(?:(?:related|recommended|popular|latest|top|trending|featured|similar|suggested)(?: (?:${LIST}|for you|now|tags|reading))|related|recommended|trending|most (?:read|viewed|popular|shared|watched|commented)(?: (?:in|on|from|today|this|now|stories|articles|news|videos|posts)\\b.{0,30})?|more (?:(?:from|on this|on the topic|like this|to (?:read|explore|love))\\b.{0,60}|${LIST}|for you|in \\S{2,20})|you (?:may|might) (?:also )?(?:like|enjoy|be interested in|read)|also read|what to read next|read next|up next|next up|editors?['’]?s? picks?|see also|further reading|watch (?:now|live|more|next|this|the video)|play (?:video|now)|now playing|must[ -]reads?|in this (?:article|story)|explore more|(?:from )?(?:around|across) the web|don['’]t miss|tags|filed under.{0,120}|(?:tags|topics|keywords|filed (?:under|in)|categories|posted in|tagged(?: with)?)\\s*:.{0,200})`,
      "view (?:author|writer)(?:['’]s)? (?:archive|page|profile|bio|posts)|(?:see|view|read) (?:all|more) (?:posts|articles|stories)(?: (?:by|from) .{1,40})?|more (?:by|from) (?:this author|the author|.{2,40})|about the (?:author|writer)s?|explore more on these topics|(?:elsewhere|around|more) on the (?:bbc|web|site)|related internet links|author (?:archive|bio|profile)",
    ],
  ],
  [
    "share",
    [
      "(?:share(?: (?:this|on|via|with|to|by|it)\\b.{0,60}| article| story| page| link| options)?|(?:share )?save(?: share)?|tweet(?: this)?|\\d[\\d,.]*k? (?:shares?|comments?|likes?|views?|retweets?|replies)|(?:leave|add|write|post) (?:a |your )?(?:comment|reply)s?|comments?(?: \\(?\\d+\\)?)?|(?:view|show|see|read|load|hide|join|start)(?: all| the)?(?: \\d+)? (?:comments?|conversation|discussion|replies)(?: \\(\\d+\\))?|comments (?:are )?(?:closed|off|disabled).{0,40}|no comments(?: yet)?|reuse this content|be the first to comment|have your say|save (?:article|story|for later|this(?: article| story)?)|gift (?:this )?(?:article|story)|bookmark(?: this)?|print(?: this)?(?: article| story| page)?|e-?mail (?:this|article|story|to a friend).{0,30}|copy (?:(?:the|this) )?(?:link|url|address)|about sharing|link copied|copied(?: to clipboard)?|report (?:an? |this )?(?:error|typo|issue|abuse|comment)|send (?:us )?(?:this|an?|your)? ?(?:article|story|tip)s?|(?:font|text) size.{0,10}|a\\+|a-|republish(?: this (?:article|story))?|(?:get )?(?:reuse|reprints?)(?: (?:&|and) permissions)?|order reprints)",
      `(?:(?:share|follow|send)(?: us)?(?: (?:this|on|via|to))?[:\\s]*)?(?:(?:(?:share|tweet|post|pin) (?:on|via|to) )?(?:${NETWORK})(?![\\p{L}\\p{N}])[\\s|,/·•+-]*){2,}`,
      "(?:(?:share|follow us|tweet|send) (?:on |via |by )?)?(?:facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|flipboard|bluesky|messenger|tumblr|e-?mail|print|copy link|threads)",
      "(?:follow|unfollow)(?: @\\w{2,30})?|(?:twitter|x|instagram|facebook|on twitter)\\s*:\\s*@\\S{2,40}",
    ],
  ],
  [
    "navigation",
    [
      "(?:skip (?:ad|advert|to (?:main )?(?:content|navigation|article|footer|search|end|start)|past .{1,40}|this|navigation)|(?:main |site |open |close |show )?menu|home(?:page)?|search|(?:back to |return to |go to )(?:top|home(?:page)?|main|article|menu|start|previous page|news)|(?:next|previous|prev|older|newer)(?: (?:page|article|story|post|slide|image|photo|gallery|up))?|page \\d+(?: of \\d+)?|log ?(?:in|out)|sign (?:in|out)|my account|close(?: (?:this|window|gallery|video|menu|dialog|modal))?|open in (?:app|new window|gallery)|loading(?: (?:comments?|more|article|video|content|player|ad|(?:the )?next|stories)\\b.{0,20})?|please wait|listen(?: to (?:this )?(?:article|story)| now)?(?: \\(?\\d.{0,20})?|jump to (?:comments|recipe|content|navigation)|table of contents|toc|breaking news|accept(?: (?:all|all cookies|cookies|and continue))?|cookie (?:policy|settings|preferences|notice)|manage (?:cookies|preferences)|privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|(?:and|&) conditions)|contact us|about us|show (?:more|less)|hide|expand|collapse|view (?:more|gallery|all|full ?screen|larger|slideshow|image)|full ?screen|enlarge(?: (?:this )?image)?|toggle .{1,30}|ok|got it|play|pause|mute|unmute|replay|refresh|reload|read in app|use the app|try again|not now|dismiss|no thanks|learn more|start slideshow|download|embed|purchase licen[cs]ing rights|opens new tab|tap to (?:unmute|expand|play|view).{0,20}|slide \\d+ of \\d+|\\d{1,2}:\\d{2}\\s*\\/\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)",
      "(?:(?:about )?\\d{1,3}|less than a|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?:[ -](?:read|listen|watch))|(?:estimated )?(?:reading|read) time\\s*:?\\s*(?:about )?\\d.{0,20}|\\d{1,3} min(?:ute)?s?",
      "(?:image|photo|picture|slide|video|show all|view all|see all|gallery)s?(?: gallery)?\\s*:?\\s*\\d+\\s*(?:of|/|out of)\\s*\\d+|\\d{1,3}\\s*(?:of|/)\\s*\\d{1,3}(?: (?:photos?|images?|slides?))?|(?:show|view|see|hide|toggle)(?: all)? (?:\\d+ )?(?:gallery |photo )?(?:photos?|images?|gallery|captions?)|(?:video|photo|image|audio) (?:gallery|player|slideshow)|(?:gallery|video|slideshow)(?: \\(?\\d+ (?:images?|photos?|pictures?)\\)?)?|\\d+ (?:gallery )?(?:photos|images|pictures|slides)|(?:image|photo|picture|video|media) (?:unavailable|not available|loading|placeholder)",
      "(?:home|news)(?:\\s*[>»›/|]\\s*[\\p{L}\\p{N} &'’-]{1,30}){1,6}|[\\p{L}\\p{N} &'’-]{2,25}(?:\\s*[>»›]\\s*[\\p{L}\\p{N} &'’-]{2,30}){1,6}",
    ],
  ],
  ["markup", ["(?:[<(\\[]?\\s*)?(?:(?:https?:\\/\\/|www\\.)\\S+|(?:[a-z\\d-]{1,40}\\.){1,3}[a-z]{2,10}\\/\\S+)(?:\\s*[>)\\]])?"]],
];

/** Sentences that a page says to its reader: requests, offers, apologies of the player. */
const REQUESTS: [Reason, string[]][] = [
  [
    "related",
    [
      `(?:click|tap|press) ${HERE}(?: (?:to|for|if|and)\\b.{0,120})?`,
      "(?:to|for) (?:read|see|view|find|subscribe|more)\\b.{0,80}\\b(?:click|tap) .{1,60}",
    ],
  ],
  [
    "share",
    [
      "(?:follow|like|find|join|subscribe to|connect with|add|check out|watch) (?:us|me|him|her|them|the author|our (?:page|channel)|@\\w+|[\\p{L}\\p{N}.'’ -]{3,60}) (?:on|at|via) (?:facebook|twitter|x|instagram|tiktok|youtube|telegram|whatsapp|linkedin|bluesky|mastodon|threads|google news|flipboard|social media|snapchat|reddit)\\b.{0,80}",
      "comments (?:are )?not available.{0,40}",
      "(?:follow|read|see) (?:\\S+ ){0,4}(?:full|complete|live|latest) coverage\\b.{0,120}",
      "(?:got|have|do you have) an? (?:news |confidential )?(?:tip|story)(?: (?:for us|to share|idea|you want to share))?\\?.{0,140}",
      "(?:follow|connect with|find) (?:us|me|the author)(?:[:!.]| (?:here|online|at|for|on) .{0,40})?",
    ],
  ],
  [
    "newsletter",
    [
      `(?:sign up|sign me up|subscribe|register|join)\\b.{0,90}\\b(?:${LETTERS}|to read|for free|today|access|mailing list)\\b.{0,120}`,
      "(?:get|receive|want) (?:our|the|more|your|a|breaking|daily|weekly|all)\\b.{0,80}\\b(?:newsletters?|inbox|by e-?mail|app|alerts|notifications)\\b.{0,100}",
      "(?:already (?:a (?:subscriber|member)|registered|have an account|subscribed)|enter your e-?mail|your e-?mail address|support our journalism|become a (?:member|subscriber|supporter)|thank(?:s| you) for (?:subscribing|signing up|registering)|(?:you can )?unsubscribe (?:at )?any ?time|by (?:signing up|subscribing|clicking|submitting|registering|entering),? (?:\\S+ ){0,6}you|this site is protected by recaptcha|please enter a valid e-?mail|invalid e-?mail|download (?:the|our) (?:\\S+ ){0,3}app)\\b.{0,100}",
      "(?:like|enjoy|love)(?:ing|ed)? (?:this|what|our)\\b.{0,60}[?].{0,80}\\b(?:sign up|subscribe|newsletter|share)\\b.{0,80}",
      "(?:please )?(?:log in|sign in|register|log in or \\S+|sign up) to (?:comment|continue|read|view|save|your account|access|join|leave|post)\\b.{0,60}",
      "to (?:continue|keep) reading\\b.{0,100}|you(?:['’]ve| have) (?:reached|read|used|viewed)\\b.{0,40}\\b(?:limit|free|monthly)\\b.{0,80}",
      "(?:subscribe|sign up|log in|register) to (?:continue|keep|finish) reading|get unlimited access to\\b.{0,120}",
      "unsubscribe|donate(?: (?:now|today|here|to us))?|support us",
      "e-?mail address|subscribe(?: (?:now|today|here|to (?:the|our|this) .{2,40}))?|subscribers? only|sign (?:me )?up(?: (?:now|here|today))?|newsletters?(?: sign[ -]?up)?",
    ],
  ],
  [
    "navigation",
    [
      "(?:this|the) (?:article|story|post) (?:is|was published) more than (?:\\d+|an?|one|two|three|five|ten) (?:months?|years?) (?:old|ago)|our standards: .{3,60}|the (?:bbc|\\S+) is not responsible for the content of external .{3,30}",
      "(?:media playback is (?:un|not )supported|your (?:browser|device)(?: \\S+){0,3} (?:is not|does not|isn['’]t|doesn['’]t|cannot|can['’]t|is un|is out)|(?:sorry,? (?:but )?)?(?:this|the) (?:video|audio|media|content|player|clip)(?: \\S+)? (?:(?:is|was|has) (?:not available|not supported|unavailable|no longer available|not playable|been removed|expired)|isn['’]t available|(?:could not|cannot|can['’]t|can not) be (?:played|loaded|displayed|shown))|to (?:view|play|watch) this (?:video|content|media),? |(?:please )?(?:enable|turn on|allow|activate) (?:javascript|cookies|notifications)|javascript (?:is|must|needs)|you (?:need|must) (?:to )?(?:enable|have) (?:javascript|cookies|flash)|an error (?:has )?occurred|something went wrong).{0,120}",
    ],
  ],
];

/** "-30-", "ENDS", "(more)", "###": where a copy ends. */
const END_MARK = /^(?:ENDS?|[-–—*(\s]+(?:30|ends?|END|ENDS|more|MORE)[-–—*)\s]+|(?:#\s*){2,})$/u;
/** "UK-FERRY/STRIKE (UPDATE 2)": the name of a report at an agency. */
const SLUG =
  /^(?:\p{Lu}[\p{Lu}\d]*-)+\p{Lu}[\p{Lu}\d]*(?:\/[\p{Lu}\d-]*)*(?:\/|\/[\p{Lu}\d-]+|\s\((?:UPDATE|WRAPUP|CORRECTED|REFILE|PIX|TV|GRAPHIC|URGENT|REPEAT)[^()]{0,30}\))$/u;
/** "((newsroom@agency.example; +44 20 5550 0000))" below a report. */
const DESK_CONTACT = /^\(\([^()]{0,80}(?:@|\+\d|\d{4})[^()]{0,120}\)\)$/u;
/** A reported sentence is somebody's, whatever its first words. */
const REPORTED = /\b(?:said|says|told|added|according to|asked|wrote|announced)\b/iu;
/** A longer line with a full stop is a sentence. */
const MOST_WORDS_OF_LABEL = 6;
/** The first words of requests: most sentences are told apart by these. */
const OPENS_REQUEST =
  /^[^\p{L}]*(?:click|tap|press|to|for|follow|like|find|join|subscribe|connect|add|check|watch|sign|register|get|receive|want|already|enter|your|support|become|thanks?|you|unsubscribe|by|this|the|please|invalid|download|media|sorry|enable|turn|allow|activate|javascript|an|something|newsletters?|e-?mail|log|our|got|have|do|read|see|enjoy(?:ing)?|love|donate|comments)\b/iu;

const compile = (sources: [Reason, string[]][]): [Reason, RegExp][] =>
  sources.flatMap(([reason, patterns]) =>
    patterns.map((pattern): [Reason, RegExp] => [reason, new RegExp(`^[^\\p{L}\\p{N}@(<[]*[([<]?(?:${pattern})[^\\p{L}\\p{N}]*$`, "iu")]),
  );
const COMPILED_LABELS = compile(LABELS);
const COMPILED_REQUESTS = compile(REQUESTS);
const TEASER =
  /^[^\p{L}]*(?:related|also|read|see|more|watch|listen|don['’]t|you|recommended|in|icymi|further|must|up|trending)\b[^:：|]{0,30}[:：|]/iu;

/** "FOR IMMEDIATE RELEASE", "Embargoed until 6 p.m.", "Media inquiries: press@ferry.example" of those who send reports to newspapers. */
const RELEASE =
  /^(?:(?:for (?:immediate|general) )?(?:media |press |news )?release(?: no\.? ?\d+)?|pressemitteilung|pressemeldung|communiqué de presse|comunicado de prensa|embargo(?:ed)?\b.{0,60}|(?:media|press) (?:contacts?|inquiries|enquiries)\b.{0,80}|contacts?:|notes? to editors:?)$/iu;
/** "Share · Subscribe · Unsubscribe". */
const BETWEEN_LABELS = /\s[·•|]\s/u;

/** Why a line is a label, a request or a link of the page around the article, or `null`. */
export function labelReason(text: string): Reason | null {
  if (END_MARK.test(text) || SLUG.test(text)) return "markup";
  if (DESK_CONTACT.test(text) || RELEASE.test(text)) return "metadata";
  const labels = text.split(BETWEEN_LABELS, 8);
  if (labels.length > 1 && labels.every((label) => label.length < text.length && labelReason(label) !== null))
    return labelReason(labels[0] ?? "");
  // "Next." is an answer, "Loading..." is not.
  if (/^\p{L}+\.$/u.test(text)) return null;
  const elsewhere = labelElsewhere(text);
  if (elsewhere !== null) return elsewhere;
  const isSomebodys = REPORTED.test(text);
  if (!isSomebodys && OPENS_REQUEST.test(text)) {
    const requested = COMPILED_REQUESTS.find(([, pattern]) => pattern.test(text));
    if (requested !== undefined) return requested[0];
  }
  if ((isSomebodys || isSentence(text)) && !TEASER.test(text)) return null;
  return COMPILED_LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function isSentence(text: string): boolean {
  return /[.!?]["”’)]*$/u.test(text.slice(-4)) && text.split(" ").length > MOST_WORDS_OF_LABEL;
}
