import { tooLarge } from "../../../extraction/reading/decode.ts";
import { withParagraphs } from "./autop.ts";
import { distinctWords, type ExportedItem, type ExportOptions, hasWords, plainWords } from "./exported.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "./xml.ts";

/** What types of items that are not articles are called in a report. */
const TYPES: Record<string, string> = {
  page: "pages",
  attachment: "attachments",
  nav_menu_item: "menu items",
  revision: "revisions",
  wp_navigation: "menus",
};
const UNPUBLISHED: Record<string, string> = {
  draft: "drafts",
  "auto-draft": "drafts",
  pending: "drafts",
  future: "scheduled posts",
  private: "private posts",
  trash: "posts in the trash",
};

/** What the head of an export says of all its posts; it grows while the head is read. */
export interface WordPressSite {
  title: string | null;
  language: string | null;
  /** Display names, by login. */
  authors: Map<string, string>;
}

/** Takes what an element of the channel that is not an item says. */
export function readSite(site: WordPressSite, element: XmlElement): void {
  if (element.name === "title") site.title ??= plainWords(textOf(element)) || null;
  if (element.name === "language") site.language ??= textOf(element) || null;
  if (element.name !== "wp:author") return;
  const said = (name: string) => textOf(childOf(element, name));
  const login = said("wp:author_login");
  const full = `${said("wp:author_first_name")} ${said("wp:author_last_name")}`.trim();
  // The display name is the login until somebody chooses one.
  const shown = said("wp:author_display_name");
  site.authors.set(login, (shown === login ? full : shown || full) || login);
}

/**
 * An item of a WordPress export (WXR 1.0 to 1.2): a published post becomes an article. Drafts, attachments, revisions, menus, and
 * pages that are not asked for, are passed over.
 */
export function wordPressItem(item: XmlElement, site: WordPressSite, { postTypes }: ExportOptions): ExportedItem {
  const said = (name: string) => textOf(childOf(item, name));
  const type = said("wp:post_type") || "post";
  if (!postTypes.includes(type)) return { passedOver: TYPES[type] ?? (type === "post" ? "posts" : `items of type ${type}`) };
  const status = said("wp:status") || "publish";
  if (status !== "publish") return { passedOver: UNPUBLISHED[status] ?? `posts of status ${status}` };
  if (said("wp:post_password") !== "") return { passedOver: "posts with a password" };
  const title = plainWords(said("title"));
  if (item.isCut) return { title, refused: tooLarge(textOf(item).length).message };
  const content = said("content:encoded");
  if (!hasWords(content)) return { title, refused: "The post has no text (its content:encoded holds no words)." };
  const guid = childOf(item, "guid");
  return {
    article: {
      title,
      slug: said("wp:post_name"),
      html: withParagraphs(content),
      language: site.language,
      publishedAt: dateOf(said("wp:post_date_gmt"), said("wp:post_date")),
      updatedAt: dateOf(said("wp:post_modified_gmt"), said("wp:post_modified")),
      url: said("link") || (guid?.attributes.isPermaLink === "true" ? textOf(guid) : null),
      publisher: site.title,
      authors: authorsOf(item, site),
      categories: distinctWords(childrenOf(item, "category").map((category) => (isTopic(category) ? textOf(category) : null))),
      image: null,
      rights: null,
    },
  };
}

/** "Uncategorized" is what WordPress says where nobody chose a category. */
function isTopic({ attributes }: XmlElement): boolean {
  return /^(?:category|post_tag|tag)$/.test(attributes.domain ?? "") && attributes.nicename !== "uncategorized";
}

/** The authors that the plug-in Co-Authors names, else the one of the post. */
function authorsOf(item: XmlElement, { authors }: WordPressSite): string[] {
  const named = (login: string) => authors.get(login) ?? login;
  const together = childrenOf(item, "category").filter(({ attributes }) => attributes.domain === "author");
  const logins = together.map((author) => textOf(author));
  return distinctWords((logins.length > 0 ? logins : [textOf(childOf(item, "dc:creator"))]).map(named));
}

/** A time that was never set is all zeros. The time of the site has no zone: its day counts. */
function dateOf(utc: string, local: string): string | null {
  if (/[1-9]/.test(utc)) return `${utc.replace(" ", "T")}Z`;
  return /[1-9]/.test(local) ? local.slice(0, 10) : null;
}
