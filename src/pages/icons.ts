import { html } from "ghtml";
import { pathOn, type Site } from "../representations/links.ts";
import { assets } from "./assets.ts";

/** Address of the manifest, as routes have it. */
export const MANIFEST_PATH = "/site.webmanifest";

/** The links of a head to the site's icon: for tabs, for the home screen of a phone, for both by the manifest. */
export function iconLinks(site: Site): string {
  const to = (path: string) => pathOn(site, path);
  return html`<link rel="icon" href="${to(assets.favicon.path)}" sizes="32x32">
<link rel="icon" href="${to(assets.icon.path)}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${to(assets.touchIcon.path)}">
<link rel="manifest" href="${to(MANIFEST_PATH)}">`;
}

/** The web application manifest (W3C): name, icons and colours for a home screen. The site stays a site: it opens in the browser. */
export function webManifest(site: Site): string {
  const icon = (path: string, sizes: string, type: string, purpose: string) => ({ src: pathOn(site, path), sizes, type, purpose });
  return JSON.stringify({
    name: "Verbatim",
    description: "News articles as data: every quote with its speaker and its place.",
    lang: "en",
    start_url: pathOn(site, "/"),
    scope: pathOn(site, "/"),
    display: "browser",
    // --paper and --accent of reader.css, in light.
    background_color: "#fcfbf8",
    theme_color: "#8f1d1d",
    icons: [
      icon(assets.icon.path, "any", "image/svg+xml", "any"),
      icon(assets.maskableIcon.path, "512x512", "image/png", "maskable"),
      icon(assets.touchIcon.path, "180x180", "image/png", "any"),
    ],
  });
}
