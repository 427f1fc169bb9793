import type { Rights } from "../article/model/schema.ts";

/** Whose the words are, in one line: the copyright notice, and the licence where one is named. */
export function rightsLine(rights: Rights): string {
  const claim = copyrightNotice(rights);
  const { licence } = rights;
  const licensed = licence === null || claim?.includes(licence) ? [] : [`Licence: ${licence}`];
  return [...(claim === null ? [] : [claim]), ...licensed].join(". ") || "Rights: not stated";
}

/** The notice as printed, else one made of year and holder; `null` where the source states neither. */
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
    // Whether the holder is a person or a company is not known, so it has a name and no type.
    ...(holder === null ? {} : { copyrightHolder: { name: holder } }),
    ...(year === null ? {} : { copyrightYear: year }),
    ...(notice === null ? {} : { copyrightNotice: notice }),
    ...(licence === null ? {} : { license: { "@type": "CreativeWork", name: licence } }),
  };
}
