import type { Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { firstImport } from "../front/first-import.ts";
import { layout } from "../layout.ts";
import { givenOf } from "../list-address.ts";
import { formLinks, headOf, itemsOf, type Listing, listingMain } from "../search/listing.ts";
import { type Alternatives, noHits } from "../search/no-hits.ts";
import { searchForm } from "../search/search-form.ts";

/** Articles, newest first unless asked otherwise, or those that pass filters. */
export function articlesPage(listing: Listing, alternatives: Alternatives, site: Site): string {
  const { listed, address, names } = listing;
  const isWhole = Object.values(address.query).every((value) => value === undefined);
  const head = headOf(listing, "Articles", searchForm(address, "Words in the headline or the text", site), site);
  const none = isWhole ? firstImport(site) : noHits(address, alternatives, names, site);
  const q = givenOf(address, "q");
  return layout(
    {
      title: q === null ? "Articles" : `${q} – Articles`,
      description: "All articles, newest first.",
      path: "/articles",
      site,
      links: formLinks(listing, "Articles", site),
      styles: [assets.searchStyle],
      indexed: isWhole,
    },
    listingMain(listing, head, listed.page.total === 0 ? none : itemsOf(listing, site), site),
  );
}
