/** The name of the one security scheme. */
export const BEARER = "bearer";

/** How whoever writes shows a key (RFC 6750). */
export const SECURITY_SCHEMES = {
  [BEARER]: {
    type: "http" as const,
    scheme: "bearer",
    bearerFormat: "vbk_ and 43 letters, digits, - or _",
    description:
      "A key of the archive. Whoever runs the server adds one with `verbatim key add NAME --scope write`: scope `write` does everything, scope `edit` sets editors' corrections and speakers. Reading needs no key.",
  },
};
