import { BARE, distinctWords, type ExportedItem, type ExportOptions, hasWords } from "./exported.ts";
import { type JsonObject, objectsOf, wordsOf } from "./json-values.ts";

const UNPUBLISHED: Record<string, string> = { draft: "drafts", scheduled: "scheduled posts", sent: "posts sent by mail only" };

/** The posts of a Ghost export: published ones that have their HTML become articles. */
export function* ghostItems(tables: JsonObject, options: ExportOptions): Generator<ExportedItem> {
  const names = namesById(objectsOf(tables.users));
  const tags = namesById(objectsOf(tables.tags).filter(({ visibility }) => visibility !== "internal"));
  const authorsOf = linked(objectsOf(tables.posts_authors), "author_id", names);
  const tagsOf = linked(objectsOf(tables.posts_tags), "tag_id", tags);
  const settings = new Map(objectsOf(tables.settings).map(({ key, value }) => [key, wordsOf(value)]));
  for (const post of objectsOf(tables.posts)) {
    const type = wordsOf(post.type) ?? (post.page === true || post.page === 1 ? "page" : "post");
    const status = wordsOf(post.status) ?? "draft";
    const title = wordsOf(post.title)?.trim() ?? "";
    if (!options.postTypes.includes(type)) yield { passedOver: `${type}s` };
    else if (status !== "published") yield { passedOver: UNPUBLISHED[status] ?? `posts of status ${status}` };
    else if (!hasWords(wordsOf(post.html) ?? "")) yield { title, refused: withoutHtml(post) };
    else {
      const authors = authorsOf(post.id);
      yield {
        article: {
          ...BARE,
          title,
          html: wordsOf(post.html) ?? "",
          language: wordsOf(post.locale) ?? wordsOf(post.language) ?? settings.get("locale") ?? settings.get("lang") ?? null,
          publishedAt: dateOf(post.published_at),
          updatedAt: dateOf(post.updated_at),
          url: addressOf(post, options.site),
          publisher: settings.get("title") ?? null,
          authors: authors.length > 0 ? authors : distinctWords([names.get(post.author_id) ?? null]),
          categories: tagsOf(post.id),
          image: fullAddress(post.feature_image, options.site),
        },
      };
    }
  }
}

function withoutHtml(post: JsonObject): string {
  const editor =
    wordsOf(post.lexical) !== null
      ? "Lexical"
      : wordsOf(post.mobiledoc) !== null
        ? "Mobiledoc"
        : wordsOf(post.markdown) !== null
          ? "Markdown"
          : null;
  if (editor === null) return "The post has no text.";
  return `The post has no HTML, only the data of Ghost's editor (${editor}), which is not read. Open and save it in Ghost, and export again.`;
}

function namesById(rows: JsonObject[]): Map<unknown, string> {
  return new Map(rows.map(({ id, name }) => [id, wordsOf(name) ?? ""]));
}

/** The names that rows of a table link posts to, in their order. */
function linked(rows: JsonObject[], member: string, names: Map<unknown, string>): (post: unknown) => string[] {
  const byPost = new Map<unknown, JsonObject[]>();
  for (const row of rows) {
    const before = byPost.get(row.post_id);
    if (before === undefined) byPost.set(row.post_id, [row]);
    else before.push(row);
  }
  const order = (row: JsonObject) => (typeof row.sort_order === "number" ? row.sort_order : 0);
  return (post) => {
    const links = (byPost.get(post) ?? []).toSorted((one, other) => order(one) - order(other));
    return distinctWords(links.map((row) => names.get(row[member])));
  };
}

/** Its canonical address, else the one below the site: Ghost leaves the site's own out of exports. */
function addressOf(post: JsonObject, site: string | null): string | null {
  const slug = wordsOf(post.slug);
  return fullAddress(post.canonical_url, site) ?? (slug === null ? null : fullAddress(`/${encodeURIComponent(slug)}/`, site));
}

/** Ghost writes addresses of its own site without it: "__GHOST_URL__/kiln/", and before version 4 "/kiln/". `null` without the site. */
function fullAddress(address: unknown, site: string | null): string | null {
  const [, below] = /^(?:__GHOST_URL__)?(\/.*)$/.exec(wordsOf(address)?.trim() ?? "") ?? [];
  if (below === undefined) return wordsOf(address);
  return site === null ? null : site.replace(/\/+$/, "") + below;
}

/** Old exports count milliseconds. */
function dateOf(value: unknown): string | null {
  if (typeof value !== "number") return wordsOf(value)?.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, "$1T$2Z") ?? null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
