/** Folded words that stand side by side inside one block of a text; of a list of words any one may stand there. */
export type Probe = (string | string[])[];

/** The phrases any of which a text with a probe has. */
export function phrasesOf(probe: Probe): string[][] {
  return probe.reduce<string[][]>((phrases, word) => phrases.flatMap((phrase) => [word].flat().map((one) => [...phrase, one])), [[]]);
}

/** Whether a text of folded words (each with a space in front) has a probe. */
export function hasProbe(text: string, probe: Probe): boolean {
  const whole = `${text} `;
  return phrasesOf(probe).some((phrase) => whole.includes(` ${phrase.join(" ")} `));
}
