const NAMED = new Map<string, string>(
  Object.entries({
    amp: "&",
    apos: "'",
    bull: "•",
    cent: "¢",
    copy: "©",
    deg: "°",
    euro: "€",
    frac12: "½",
    gt: ">",
    hellip: "…",
    laquo: "«",
    ldquo: "“",
    lsquo: "‘",
    lt: "<",
    mdash: "—",
    middot: "·",
    nbsp: "\u00a0",
    ndash: "–",
    pound: "£",
    quot: '"',
    raquo: "»",
    rdquo: "”",
    reg: "®",
    rsquo: "’",
    sect: "§",
    times: "×",
    trade: "™",
  }),
);

/** The character of an HTML entity ("&rsquo;", "&#8217;", "&#x2019;"); a name that news copy does not use stays as it is. */
export function decodeEntity(entity: string): string {
  const numeric = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(entity);
  if (numeric === null) return NAMED.get(entity.slice(1, -1)) ?? entity;
  const code = numeric[1] === undefined ? Number.parseInt(numeric[2] ?? "", 16) : Number(numeric[1]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
