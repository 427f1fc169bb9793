/** Words that somebody wrote, as a sentence behind which more may follow: with a full stop where nothing ends them. */
export function sentence(words: string): string {
  return /[.!?…。！？؟।]["'”’»)\]]*$/u.test(words) ? words : `${words}.`;
}
