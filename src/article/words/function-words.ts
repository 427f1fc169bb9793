/** Folded English words that every text has: they join others, and have no forms. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `
  about after again all also and any are because been before being between both but can could did does done each every for
  from had has have having her here him his how into its just may might more most must nor not now off one only our out over
  shall she should some than that the their them then there these they this those through too under until very was were what
  when where which while who whom whose why will with would yet you your yours
`
    .trim()
    .split(/\s+/),
);
