import { ghostTables, isNinjs, type JsonExportKind, newsItems } from "../../../extraction/reading/export-kinds.ts";
import type { ExportedItem, ExportOptions } from "./exported.ts";
import { ghostItems } from "./ghost.ts";
import { jsonFeedItems } from "./json-feed.ts";
import { objectOf } from "./json-values.ts";
import { ninjsItem } from "./ninjs.ts";

/** The items of an export, by its kind. */
export function jsonItems(kind: JsonExportKind, value: unknown, options: ExportOptions): Iterable<ExportedItem> {
  if (kind === "ghost") return ghostItems(ghostTables(value) ?? {}, options);
  if (kind === "json-feed") return jsonFeedItems(objectOf(value) ?? {});
  return (kind === "ninjs" ? [value] : (newsItems(value) ?? [])).map((item) =>
    isNinjs(item) ? ninjsItem(objectOf(item) ?? {}, options.now) : NOT_NINJS,
  );
}

const NOT_NINJS: ExportedItem = { title: "", refused: "It is not a news item in ninjs, as the others of the file are." };
