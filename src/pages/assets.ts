import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A file that pages refer to. Its address changes with its bytes, so it may be cached for ever. */
export interface Asset {
  /** Address as routes have it. */
  path: string;
  mediaType: string;
  body: Buffer;
}

/** What a script imports: another one beside it. */
const IMPORTED = /(?<= from "\.\/)([\w-]+)\.js(?=";)/g;

/** The pages' style, their one script, and their icons; style and script of the API reference. */
export const assets = {
  style: asset("reader", "css", "text/css; charset=utf-8"),
  script: asset("reader", "js", "text/javascript; charset=utf-8"),
  icon: asset("icon", "svg", "image/svg+xml"),
  articleStyle: asset("article", "css", "text/css; charset=utf-8"),
  historyStyle: asset("history", "css", "text/css; charset=utf-8"),
  searchStyle: asset("search", "css", "text/css; charset=utf-8"),
  chartStyle: asset("charts", "css", "text/css; charset=utf-8"),
  quoteStyle: asset("quote", "css", "text/css; charset=utf-8"),
  frontStyle: asset("front", "css", "text/css; charset=utf-8"),
  touchIcon: asset("touch", "png", "image/png"),
  maskableIcon: asset("maskable", "png", "image/png"),
  // Browsers also ask for it where no page names it, in a feed reader say.
  favicon: { ...asset("favicon", "ico", "image/x-icon"), path: "/favicon.ico" },
  guideStyle: asset("guide", "css", "text/css; charset=utf-8"),
  docsStyle: asset("docs", "css", "text/css; charset=utf-8"),
  checkStyle: asset("check", "css", "text/css; charset=utf-8"),
  checkScript: asset("check", "js", "text/javascript; charset=utf-8"),
  docsScript: asset("docs", "js", "text/javascript; charset=utf-8"),
  editStyle: asset("edit", "css", "text/css; charset=utf-8"),
  editScript: asset("edit", "js", "text/javascript; charset=utf-8"),
  // What the script of the editor's page imports.
  editAdding: asset("edit-adding", "js", "text/javascript; charset=utf-8"),
  editChoices: asset("edit-choices", "js", "text/javascript; charset=utf-8"),
  editMemory: asset("edit-memory", "js", "text/javascript; charset=utf-8"),
  editPanels: asset("edit-panels", "js", "text/javascript; charset=utf-8"),
  editServer: asset("edit-server", "js", "text/javascript; charset=utf-8"),
};

function asset(name: string, extension: string, mediaType: string): Asset {
  const body = withAddresses(readFileSync(new URL(`assets/${name}.${extension}`, import.meta.url)), extension);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
  return { path: `/assets/${name}.${hash}.${extension}`, mediaType, body };
}

/** A script that imports others by the addresses that these have. */
function withAddresses(body: Buffer, extension: string): Buffer {
  if (extension !== "js") return body;
  const imported = (_: string, name: string) => asset(name, "js", "text/javascript").path.replace("/assets/", "");
  return Buffer.from(body.toString().replace(IMPORTED, imported));
}
