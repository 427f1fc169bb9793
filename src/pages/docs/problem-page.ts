import { STATUS_CODES } from "node:http";
import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { layout } from "../layout.ts";
import { codeWords, plainWords } from "./code-words.ts";
import { contentsOf } from "./contents.ts";

/** What went wrong, for a person in a browser. */
export interface ProblemForPeople {
  status: number;
  title: string;
  /** What happened and what to do. */
  detail: string;
  requestId?: string | undefined;
}

/** What a kind of problem means. */
export interface ProblemMeaning {
  code: string;
  status: number;
  title: string;
  /** What it means, and what to do. */
  explanation: string;
}

/** The page that says what a kind of problem means. */
export function problemMeaningPage({ code, status, title, explanation }: ProblemMeaning, site: Site): string {
  const to = (path: string) => pathOn(site, path);
  return layout(
    { title, description: plainWords(explanation), path: `/problems/${code}`, site },
    html`<section class="list">
<p class="kicker">${status}</p>
<h1>${title}</h1>
<p>!${codeWords(explanation)}</p>
<p class="meta">Its <code>code</code> is <code>${code}</code>, its status ${status}. <a href="${to("/problems")}">All problems</a> <span class="sep">·</span> <a href="${to("/docs/api#errors")}">Errors of the API</a></p>
</section>`,
  );
}

/** The page that lists all kinds of problems with what they mean. */
export function problemsPage(problems: ProblemMeaning[], site: Site): string {
  const statuses = [...Map.groupBy(problems, ({ status }) => status)].sort(([a], [b]) => a - b);
  const entries = statuses.map(([status]) => ({ id: `status-${status}`, title: named(status) }));
  return layout(
    {
      title: "Problems",
      description: "Every error of the API: what it means, and what to do.",
      path: "/problems",
      site,
      styles: [assets.guideStyle],
    },
    html`<div class="guide-page">
<header class="guide">
<p class="kicker">API</p>
<h1>Problems</h1>
<p class="described">Errors are problem details (RFC 9457). <code>code</code> is stable and <code>type</code> leads to a page of its own; <code>detail</code> says what happened and what to do.</p>
</header>
!${contentsOf(entries)}
<article class="guide" aria-label="Problems">
!${statuses.map(
      ([status, ofIt]) => html`<section aria-labelledby="status-${status}">
<h2 id="status-${status}">${named(status)}</h2>
<dl class="problems">
!${ofIt.map(
        ({
          code,
          title,
          explanation,
        }) => html`<div><dt><a href="${pathOn(site, `/problems/${code}`)}">${title}</a> <code>${code}</code></dt>
<dd>!${codeWords(explanation)}</dd></div>`,
      )}
</dl>
</section>`,
    )}
</article>
</div>`,
  );
}

/** A status with its name: "404 Not Found". */
function named(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`.trim();
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
<p><a href="${to("/")}">Front page</a> <span class="sep">·</span> <a href="${to("/search")}">Search</a> <span class="sep">·</span> <a href="${to("/articles")}">Articles</a> <span class="sep">·</span> <a href="${to("/speakers")}">Speakers</a></p>
!${requestId === undefined || status < 500 ? "" : html`<p class="meta">For whoever runs this server: request ${requestId}</p>`}
</section>`,
  );
}
