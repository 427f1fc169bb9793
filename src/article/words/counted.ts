/** A number with its noun, for people: "1 quote", "1,204 quotes". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
