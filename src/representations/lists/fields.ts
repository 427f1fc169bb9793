/** The top-level fields of an item that a request names, in the order they have in the item; `null` names all. */
export function picked(item: object, fields: ReadonlySet<string> | null): object {
  return fields === null ? item : Object.fromEntries(Object.entries(item).filter(([field]) => fields.has(field)));
}
