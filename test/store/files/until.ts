/** Asks again until the answer is as wanted, for some milliseconds at most. @returns the last answer */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, patience = 30_000): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || performance.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
