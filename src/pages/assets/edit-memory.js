// What a tab remembers until it is closed: the key, and edits that are not saved yet. Both stay in this browser.

const KEY = "verbatim-key";
const stepsOf = (slug) => `verbatim-edits ${slug}`;

export function keptKey() {
  return get(KEY);
}

/** @param key `null` to forget it */
export function keepKey(key) {
  put(KEY, key);
}

/** Steps that were not saved when the page was left. */
export function keptSteps(slug) {
  try {
    const steps = JSON.parse(get(stepsOf(slug)) ?? "[]");
    return Array.isArray(steps) ? steps : [];
  } catch {
    return [];
  }
}

export function keepSteps(slug, steps) {
  put(stepsOf(slug), steps.length === 0 ? null : JSON.stringify(steps));
}

// A browser that keeps nothing throws: then everything lasts as long as the page.
const here = new Map();

function get(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return here.get(name) ?? null;
  }
}

function put(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    here.set(name, value);
  }
}
