import type { Form } from "../../raw-document.ts";

/** "{{< figure src="a.jpg" caption="The quay" >}}" of Hugo, "{% include image.html %}" of Liquid. Names and values of one kind each. */
const TEMPLATE = /\{\{[<%](?<hugo>[^{}]{0,600}?)[>%]\}\}|\{%-?(?<liquid>[^{}%]{0,600}?)-?%\}/gu;
/** "{{ page.title }}": words that only the site could fill in. An operator of the template language is not a variable. */
const VARIABLE = /\{\{(?!\s*(?:and|or|not|in|is|if|else|to)\s*\}\})[\w.|'": -]{1,100}\}\}/gu;
/** Names that are not English words: a name among them is a shortcode even without fields. */
const SURE = /^(?:\w*_\w+|gallery|contact-form.*|wp_caption)$/u;
const WORDPRESS_NAMES = [
  "caption wp_caption gallery embed audio video playlist youtube vimeo twitter tweet instagram facebook soundcloud googlemaps slideshow",
  "contact-form(?:-7)? newsletter button ad adsense advertisement related irp read_more more",
  "pullquote blockquote quote dropcap highlight columns? row toggle tabs? accordion sidebar sc raw code toc",
  // Plug-ins give all of theirs a prefix.
  "[a-z]+_\\w+",
]
  .join(" ")
  .replaceAll(" ", "|");
const WORDPRESS = new RegExp(
  `\\[/(?:${WORDPRESS_NAMES})\\](?!\\()|\\[(?<name>${WORDPRESS_NAMES})(?<fields>(?:\\s{1,5}https?://[^\\s\\]]{1,500}|\\s{1,5}[\\w-]{1,40}=(?:"[^"\\]]{0,300}"|'[^'\\]]{0,300}'|[“”][^“”\\]]{0,300}[“”]|[^\\s"'\\]]{1,100})){0,80})\\s{0,5}/?\\](?![(:]|\\[(?!/?(?:${WORDPRESS_NAMES})\\b))`,
  "gu",
);
const CAPTION_FIELD = /(?:^|\s)caption\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})'|“([^”]{1,500})”)/u;
const WORDS_IN_FIELDS = /(?:^|\s)(?:caption|alt|title)\s*=\s*(?:"([^"]{1,500})"|'([^']{1,500})'|“([^”]{1,500})”)/u;
/** What stands between an opening and a closing one is an address or source code, not text. */
const WITHOUT_TEXT =
  /\[(embed|audio|video|code|raw|youtube|vimeo|googlemaps|gallery|playlist|soundcloud)\b[^[\]]{0,300}\][^[\]]{0,500}\[\/\1\]/gu;

/**
 * Takes the shortcodes of content systems out of a block. What `[caption]` and `figure` say of a picture is its caption.
 *
 * @returns the text that is left, which may be empty, and the form that a shortcode gives it.
 */
export function withoutShortcodes(text: string): { text: string; form: Form | null } {
  if (!/\{[{%]|\[\/?[a-z]/.test(text)) return { text, form: null };
  let form: Form | null = null;
  const said: string[] = [];
  const rest = text
    .replace(WITHOUT_TEXT, "")
    .replace(TEMPLATE, (...found) => {
      const { hugo, liquid } = found.at(-1) as Record<string, string | undefined>;
      const words = /^\s*(?:include|figure|image|img|picture|photo)\b/u.test(hugo ?? liquid ?? "")
        ? (CAPTION_FIELD.exec(hugo ?? liquid ?? "") ?? WORDS_IN_FIELDS.exec(hugo ?? liquid ?? ""))
        : null;
      if (words !== null) said.push(words[1] ?? words[2] ?? words[3] ?? "");
      return "";
    })
    .replace(VARIABLE, "")
    .replace(WORDPRESS, (whole: string, ...found) => {
      const { name, fields } = found.at(-1) as Record<string, string | undefined>;
      // "[more] boats" is an editor's word in somebody's sentence.
      if (name !== undefined && !fields && !SURE.test(name) && !text.includes(`[/${name}]`) && whole !== text.trim()) return whole;
      const isCaption = name === "caption" || name === "wp_caption";
      if (isCaption) form = "caption";
      const words = isCaption ? /\scaption="([^"]{1,300})"/u.exec(fields ?? "")?.[1] : undefined;
      if (words !== undefined) said.push(words);
      return "";
    });
  const left = rest.trim();
  if (left === text.trim()) return { text, form: null };
  if (said.length === 0) return { text: left, form: left === "" ? null : form };
  return left === ""
    ? { text: said.join(" "), form: "caption" }
    : { text: form === "caption" ? `${left} ${said.join(" ")}`.trim() : left, form };
}
