import { html } from "ghtml";

/** A heading that a table of contents leads to. */
export interface ContentsEntry {
  id: string;
  /** Markup. */
  title: string;
}

/** The table of contents of a page: beside it where there is room, above it elsewhere. Nothing where there is little to choose from. */
export function contentsOf(entries: ContentsEntry[]): string {
  if (entries.length < 3) return "";
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">On this page</h2>
<ul>
!${entries.map(({ id, title }) => html`<li><a href="#${id}">!${title}</a></li>`)}
</ul>
</nav>`;
}

/** Gives the headings of rendered Markdown ids as GitHub does, so that links to them work here and there. @returns the markup, and its sections */
export function withHeadingIds(body: string): { body: string; entries: ContentsEntry[] } {
  const entries: ContentsEntry[] = [];
  const given = new Map<string, number>();
  const identified = body.replace(/<h([2-4])>(.*?)<\/h\1>/gs, (_, level: string, title: string) => {
    const name = idOf(title);
    const before = given.get(name) ?? 0;
    given.set(name, before + 1);
    const id = before === 0 ? name : `${name}-${before}`;
    if (level === "2") entries.push({ id, title: title.replace(/<\/?a\b[^>]*>/g, "") });
    return `<h${level} id="${id}">${title}</h${level}>`;
  });
  return { body: identified, entries };
}

function idOf(title: string): string {
  const words = title.replace(/<[^>]*>|&\w+;/g, "").toLowerCase();
  return words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
}
