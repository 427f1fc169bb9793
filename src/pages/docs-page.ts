import { html } from "ghtml";
import { assets } from "./assets.ts";

/**
 * The page of the API reference.
 *
 * @param bundle address of the reference's script
 */
export function docsPage(bundle: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference – Verbatim</title>
<meta name="description" content="Every operation of the Verbatim API, to read and to try.">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${assets.docsStyle.path}">
<link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
<link rel="service-desc" type="application/json" href="/openapi.json">
</head>
<body>
<a class="skip" href="#reference">Skip to the reference</a>
<nav class="masthead" aria-label="Site">
<p><a href="/">Verbatim</a></p>
<ul>
<li><a href="/docs/getting-started">Guide</a></li>
<li><a href="/docs" aria-current="page">Reference</a></li>
<li><a href="/docs/getting-started#documents">Documents</a></li>
</ul>
</nav>
<div id="reference" tabindex="-1"></div>
<noscript><p>The reference needs JavaScript. <a href="/docs/getting-started">Getting started</a> does not; the document behind both is at <a href="/openapi.json">/openapi.json</a>.</p></noscript>
<script src="${bundle}"></script>
<script src="${assets.docsScript.path}"></script>
</body>
</html>
`;
}
