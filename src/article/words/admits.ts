/** Whether a filter admits a value: `null` asks for nothing, else the value must be one of those asked for. */
export function admits<T>(asked: readonly T[] | null, value: T | null): boolean {
  return asked === null || (value !== null && asked.includes(value));
}
