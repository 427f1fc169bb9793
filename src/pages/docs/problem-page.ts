import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { layout } from "../layout.ts";
import { codeWords, plainWords } from "./code-words.ts";

/** What went wrong, for a person in a browser. */
export interface ProblemForPeople {
  status: number;
  title: string;
  /** What happened and what to do. */
  detail: string;
  requestId?: string | undefined;
}

/** The page of an error: what happened, and ways on. */
export function problemPage({ status, title, detail, requestId }: ProblemForPeople, site: Site): string {
  const to = (path: string) => pathOn(site, path);
  return layout(
    { title, description: plainWords(detail), path: "", site, indexed: false },
    html`<section class="list">
<p class="kicker">${status}</p>
<h1>${title}</h1>
<p>!${codeWords(detail)}</p>
<p><a href="${to("/")}">Front page</a> <span class="sep">·</span> <a href="${to("/articles")}">Articles</a> <span class="sep">·</span> <a href="${to("/speakers")}">Speakers</a></p>
!${requestId === undefined ? "" : html`<p class="meta">Request ${requestId}</p>`}
</section>`,
  );
}
