import { html } from "ghtml";
import { PRECISION } from "../article/model/precision.ts";
import { pathOn, type Site, urlOn } from "../representations/links.ts";
import { type Asset, assets } from "./assets.ts";
import { iconLinks } from "./icons.ts";

/** A picture that other sites show beside a link to a page. */
export interface PageImage {
  /** Address as routes have it. */
  path: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** What a page says about itself besides its content. */
export interface PageHead {
  title: string;
  /** One or two sentences for search engines and cards. */
  description: string;
  /** The canonical address as routes have it, without query. */
  path: string;
  site: Site;
  /** Open Graph type. */
  type?: "website" | "article" | "profile";
  /** The picture that other sites show beside a link to the page. */
  image?: PageImage | null;
  /** Further elements of the head, markup. */
  links?: string;
  /** Style sheets of this page beside the one of all pages. */
  styles?: Asset[];
  /** Scripts of this page beside the one of all pages; the page works without. */
  scripts?: Asset[];
  /** Whether search engines should index the page; `false` for second views of the same content, and for errors. */
  indexed?: boolean;
}

/** What the head of every page leads to. */
const SECTIONS = [
  ["/search", "Search"],
  ["/check", "Check"],
  ["/articles", "Articles"],
  ["/speakers", "Speakers"],
  ["/statistics", "Statistics"],
  ["/docs", "API"],
] as const;

const MAGNIFIER = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><circle cx="6.75" cy="6.75" r="4.75"/><path d="m10.4 10.4 4 4"/></svg>`;

/** A whole HTML document around `main`, which is markup. */
export function layout(head: PageHead, main: string): string {
  const { title, description, path, site, type = "website", image = null, links = "", styles = [], scripts = [], indexed = true } = head;
  const url = indexed ? urlOn(site, path) : null;
  const to = (address: string) => pathOn(site, address);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === "Verbatim" ? title : `${title} – Verbatim`}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
!${[assets.style, ...styles].map((style) => html`<link rel="stylesheet" href="${to(style.path)}">`)}
!${iconLinks(site)}
!${
    url !== null
      ? html`<link rel="canonical" href="${url}">
<meta property="og:site_name" content="Verbatim">
<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
!${image === null ? "" : imageOf(image, site)}<meta name="twitter:card" content="${image === null ? "summary" : "summary_large_image"}">
<meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${description}">`
      : html`<meta name="robots" content="noindex">`
  }
!${links}
!${[assets.script, ...scripts].map((script) => html`<script type="module" src="${to(script.path)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="nameplate"><a href="${to("/")}">Verbatim</a></p>
<form class="lookup" role="search" aria-label="Site" action="${to("/search")}">
<label class="unseen" for="lookup">Words to search for</label>
<input id="lookup" name="q" type="search" maxlength="200" placeholder="Search" autocomplete="off" dir="auto">
<button aria-label="Search">!${MAGNIFIER}</button>
</form>
<nav aria-label="Site"><ul>
!${SECTIONS.map(([href, label]) => html`<li><a href="${to(href)}"!${currentMark(href, path)}>${label}</a></li>`)}
</ul></nav>
</header>
<main id="main" tabindex="-1">
!${main}
</main>
<footer class="colophon">
<p>Verbatim serves news articles as data. The words belong to those named with each article; the machine's reading of who said what can be wrong.</p>
<p>Its confidence says how sure it is of the speaker. On news it had not seen, it was right in ${PRECISION.high} % of quotes of high confidence, ${PRECISION.medium} % of medium and ${PRECISION.low} % of low, which are marked <span class="doubt">uncertain</span>. <a href="${to("/docs/extraction#how-good-it-is")}">How this was measured</a></p>
<p><a href="${to("/docs/getting-started")}">Use the API</a> <a href="${to("/openapi.json")}">OpenAPI document</a></p>
</footer>
<p class="unseen" role="status" data-status></p>
</body>
</html>
`;
}

/** Marks the section that a page is, or is in. */
function currentMark(section: string, path: string): string {
  if (path === section) return ' aria-current="page"';
  return path.startsWith(`${section}/`) ? ' aria-current="true"' : "";
}

/** The picture as the Open Graph protocol has it; X reads the same properties. */
function imageOf({ path, alt, width, height }: PageImage, site: Site): string {
  return html`<meta property="og:image" content="${urlOn(site, path)}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">
`;
}

/** A link in the head to the same content in another format. @param path its address as routes have it */
export function alternate(site: Site, path: string, mediaType: string, title: string): string {
  return html`<link rel="alternate" type="${mediaType}" href="${pathOn(site, path)}" title="${title}">`;
}
