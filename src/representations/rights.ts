import type { Rights } from "../article/schema.ts";

/** Whose the words are, in one line: the notice as printed, else holder and year, and the licence where one is named. */
export function rightsLine({ notice, holder, year, licence }: Rights): string {
  const owner = [year, holder].filter((part) => part !== null).join(" ");
  const claim = notice?.text ?? (owner === "" ? null : `© ${owner}`);
  const licensed = licence !== null && !claim?.includes(licence) ? `Licence: ${licence}` : null;
  return [claim, licensed].filter((part) => part !== null).join(". ") || "Rights: not stated";
}

/** Rights in schema.org's terms; what is unknown is left out. */
export function schemaOrgRights({ notice, holder, year, licence }: Rights): Record<string, unknown> {
  return {
    // Whether the holder is a person or a company is not known, so it has a name and no type.
    ...(holder === null ? {} : { copyrightHolder: { name: holder } }),
    ...(year === null ? {} : { copyrightYear: year }),
    ...(notice === null ? {} : { copyrightNotice: notice.text }),
    ...(licence === null ? {} : { license: { "@type": "CreativeWork", name: licence } }),
  };
}
