/** The parts of a JSON Schema that are followed here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** What references to them begin with. */
export const COMPONENTS = "#/components/schemas/";

/**
 * Gives a name to every object and every list of values below the components, and to what may be one of them or `null`: generators name
 * what has none after its place, each in its own way, and make two types of a reference beside `null`. `searched` of `Verification`
 * becomes `VerificationSearched`, an item of `problems` of `Ready` becomes `ReadyProblemsItem`, a `Span` that may be `null` becomes
 * `NullableSpan`. Two equal schemas get one name.
 *
 * @param schemas the components, which are changed and added to
 * @throws Error when a name is taken by another schema
 */
export function nameSchemas(schemas: Record<string, Schema>): void {
  const names = new Map<string, string>();
  const add = (name: string, schema: Schema): Schema => {
    const text = JSON.stringify(schema);
    const known = names.get(text);
    if (known !== undefined) return { $ref: COMPONENTS + known };
    if (schemas[name] !== undefined) throw new Error(`expected no other schema named ${name}: give one of them an id`);
    schemas[name] = schema;
    names.set(text, name);
    return { $ref: COMPONENTS + name };
  };

  const visit = (schema: Schema, name: string): Schema => {
    const [value, none] = schema.anyOf ?? schema.oneOf ?? [];
    if (value?.$ref !== undefined && none?.type === "null") {
      const { anyOf, oneOf, ...beside } = schema;
      return { ...nullable(value.$ref), ...beside };
    }
    visitParts(schema, name);
    return schema.properties !== undefined || (schema.enum !== undefined && schema.enum.length > 1) ? add(name, schema) : schema;
  };

  const visitParts = (schema: Schema, name: string): void => {
    const { properties, items, additionalProperties } = schema;
    for (const [key, one] of Object.entries(properties ?? {})) {
      if (properties !== undefined) properties[key] = visit(one, name + capitalised(key));
    }
    if (items !== undefined) schema.items = visit(items, `${name}Item`);
    if (typeof additionalProperties === "object") schema.additionalProperties = visit(additionalProperties, `${name}Value`);
    for (const kind of ["anyOf", "oneOf"] as const) {
      const union = schema[kind];
      if (union !== undefined) schema[kind] = union.map((one, at) => visit(one, `${name}${at + 1}`));
    }
  };

  /** A copy shares its parts with the component, so that both have the same names in them. */
  const nullable = (ref: string): Schema => {
    const name = ref.slice(COMPONENTS.length);
    const copy = `Nullable${name}`;
    const schema = schemas[name];
    if (typeof schema?.type !== "string") throw new Error(`expected ${name} to have one type, since it may be null`);
    const description = `${(schema.description ?? name).replace(/\.$/, "")}; or \`null\`.`;
    const values = schema.enum === undefined ? {} : { enum: [...schema.enum, null] };
    schemas[copy] ??= { ...schema, type: [schema.type, "null"], ...values, description };
    return { $ref: COMPONENTS + copy };
  };

  for (const [name, schema] of Object.entries(schemas)) visitParts(schema, name);
}

function capitalised(key: string): string {
  return key.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
