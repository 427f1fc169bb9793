import type { Rights } from "../article/model/schema.ts";

/** The rights in one line, which says so where none are stated. */
export function rightsLine(rights: Rights): string {
  return statedRights(rights) ?? "Rights: not stated";
}

/** The copyright notice, and the licence if there is one; `null` when the source states neither. */
export function statedRights(rights: Rights): string | null {
  const claim = copyrightNotice(rights);
  const { licence } = rights;
  const licensed = licence === null || claim?.includes(licence) ? [] : [`Licence: ${licence}`];
  return [...(claim === null ? [] : [claim]), ...licensed].join(". ") || null;
}

/** The notice as printed, else one made from year and holder; `null` when the source states neither. */
export function copyrightNotice({ notice, holder, year }: Rights): string | null {
  if (notice !== null) return notice.text;
  const owner = [year, holder].filter((part) => part !== null).join(" ");
  return owner === "" ? null : `© ${owner}`;
}

/** Rights in schema.org's terms; what is unknown is left out. */
export function schemaOrgRights(rights: Rights): Record<string, unknown> {
  const { holder, year, licence } = rights;
  const notice = copyrightNotice(rights);
  return {
    // The holder may be a person or a company, so there is a name without a type.
    ...(holder === null ? {} : { copyrightHolder: { name: holder } }),
    ...(year === null ? {} : { copyrightYear: year }),
    ...(notice === null ? {} : { copyrightNotice: notice }),
    ...(licence === null ? {} : { license: { "@type": "CreativeWork", name: licence } }),
  };
}
