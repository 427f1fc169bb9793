type Fields = Record<string, unknown>;

const KEY = /^(?:-\s+)?["']?([A-Za-z][\w .-]{0,40}?)["']?\s*[:=](?!\/\/)\s*(.*)$/;
const TABLE = /^\[{1,2}\s*([\w.-]{1,60})\s*\]{1,2}$/;
const LONG_STRING = /("""|''')([\s\S]{0,5000}?)\1/g;

/**
 * Reads "key: value" and `key = "value"` line by line, as far as each line can be read: YAML that a colon, a tab or one
 * broken line spoils, TOML, and JSON that is not quite JSON. Lists and objects are read one level deep.
 */
export function readLines(source: string): Fields {
  const fields: Fields = Object.create(null);
  let table: Fields | null = null;
  let open: string | null = null;
  let margin: number | null = null;
  for (const line of source.replace(LONG_STRING, (_, __, words: string) => `"${words.trim().replace(/\s+/g, " ")}"`).split(/\r?\n/)) {
    const text = line.trim().replace(/,$/, "");
    if (text === "" || text.startsWith("#") || /^[{}\]]+$/.test(text)) continue;
    const name = TABLE.exec(text)?.[1];
    if (name !== undefined) {
      table = Object.create(null) as Fields;
      const before = fields[name];
      fields[name] = text.startsWith("[[") ? [...(Array.isArray(before) ? before : []), table] : table;
      continue;
    }
    const [, key, value] = KEY.exec(text) ?? [];
    const indent = line.length - line.trimStart().length;
    margin ??= indent;
    if (table === null && open !== null && (indent > margin || /^-\s/.test(text))) {
      addBelow(fields, open, text);
    } else if (key !== undefined) {
      (table ?? fields)[key] = readValue(value ?? "");
      if (table === null) open = key;
    }
  }
  return fields;
}

/** A line below a key: an item of its list, a field of an object in it, or more of its words. */
function addBelow(fields: Fields, key: string, text: string): void {
  const before = fields[key];
  const isItem = /^-\s/.test(text);
  const [, inner, value] = KEY.exec(text) ?? [];
  const list: unknown[] = Array.isArray(before) ? before : [];
  if (inner !== undefined && (before === "" || Array.isArray(before))) {
    const last = list.at(-1);
    const goesOn = !isItem && typeof last === "object" && last !== null;
    const field = { [inner]: readValue(value ?? "") };
    fields[key] = goesOn ? [...list.slice(0, -1), { ...last, ...field }] : [...list, field];
  } else if (isItem || Array.isArray(before)) fields[key] = [...list, readValue(text.replace(/^-\s+/, ""))];
  else if (typeof before === "string") fields[key] = `${before.replace(/^[>|][+-]?$/, "")} ${text}`.trim();
}

function readValue(written: string): unknown {
  const value = written.trim();
  if (value === "[") return [];
  // "[Ada Quill" without its bracket, "{{ author" of a template: nobody knows where the value ends.
  if (/^\[[^\]]*$|^\{[^}]*$/.test(value)) return "";
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list !== undefined) return (list.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? []).map(plain).filter((item) => item !== "");
  const object = /^\{(.*)\}$/.exec(value)?.[1];
  if (object === undefined) return plain(value);
  const pairs = [...object.matchAll(/["']?([A-Za-z][\w-]*)["']?\s*[:=]\s*("[^"]*"|'[^']*'|[^,]+)/g)];
  return Object.fromEntries(pairs.map(([, key, item]) => [key, plain(item ?? "")]));
}

/** A value without the marks around it; a comment behind one without marks is not part of it. */
function plain(value: string): string {
  const marked = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(value.trim());
  if (marked?.[2] !== undefined) return marked[2].replace(/\\(["'\\])/g, "$1");
  return value.trim().replace(/\s+#\s.*$/, "");
}
