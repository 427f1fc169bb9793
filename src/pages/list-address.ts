/** The address of a list page as routes have it, without `cursor`: links to other parts of the list start at its beginning. */
export interface ListAddress {
  path: string;
  /** Names and values in the order of the address; a name may stand several times. */
  parameters: (readonly [name: string, value: string])[];
}

/** The address of the list itself. */
export function addressOf({ path, parameters }: ListAddress): string {
  return parameters.length === 0
    ? path
    : `${path}?${new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]))}`;
}

/** The list with other values of some parameters; `null` removes one. */
export function withValues({ path, parameters }: ListAddress, values: Record<string, string | string[] | null>): ListAddress {
  const kept = parameters.filter(([name]) => !Object.hasOwn(values, name));
  const set = Object.entries(values).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const));
  return { path, parameters: [...kept, ...set] };
}

/** The list without one value of a parameter that may have several. */
export function withoutValue({ path, parameters }: ListAddress, name: string, value: string): ListAddress {
  return { path, parameters: parameters.filter((one) => one[0] !== name || one[1] !== value) };
}

/** The values of a parameter. */
export function valuesOf({ parameters }: ListAddress, name: string): string[] {
  return parameters.flatMap((one) => (one[0] === name ? [one[1]] : []));
}

/** The value of a parameter that is given, the first of several; `null` without one. */
export function givenOf(list: ListAddress, name: string): string | null {
  return valuesOf(list, name)[0] ?? null;
}

/** Whether two addresses lead to the same list, in whatever order their parameters are. */
export function isSameList(a: ListAddress, b: ListAddress): boolean {
  const sorted = ({ parameters }: ListAddress) => JSON.stringify(parameters.map(([name, value]) => `${name}=${value}`).sort());
  return a.path === b.path && sorted(a) === sorted(b);
}
