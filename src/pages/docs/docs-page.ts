import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { iconLinks } from "../icons.ts";

/**
 * The page of the API reference.
 *
 * @param bundle address of the reference's script, as routes have it
 */
export function docsPage(bundle: string, site: Site): string {
  const to = (path: string) => pathOn(site, path);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference – Verbatim</title>
<meta name="description" content="Every operation of the Verbatim API, to read and to try.">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${to(assets.docsStyle.path)}">
!${iconLinks(site)}
<link rel="service-desc" type="application/json" href="${to("/openapi.json")}">
</head>
<body>
<a class="skip" href="#reference">Skip to the reference</a>
<nav class="masthead" aria-label="Site">
<p><a href="${to("/")}">Verbatim</a></p>
<ul>
<li><a href="${to("/docs/getting-started")}">Guide</a></li>
<li><a href="${to("/docs")}" aria-current="page">Reference</a></li>
<li><a href="${to("/docs/getting-started#documents")}">Documents</a></li>
</ul>
</nav>
<div id="reference" tabindex="-1"></div>
<noscript><p>The reference needs JavaScript. <a href="${to("/docs/getting-started")}">Getting started</a> does not; the document behind both is at <a href="${to("/openapi.json")}">${to("/openapi.json")}</a>.</p></noscript>
<script src="${to(bundle)}"></script>
<script src="${to(assets.docsScript.path)}"></script>
</body>
</html>
`;
}
