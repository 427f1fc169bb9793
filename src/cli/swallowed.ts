/**
 * What to say about options that npm kept for itself, so that a command would do something else than was asked: with
 * `npm run verbatim import story.txt --dry-run` npm takes the option and runs the command without it.
 *
 * @param names the options of all commands, without their hyphens
 * @param command the command and the arguments that did come
 * @returns `null` when nothing is missing
 */
export function explainSwallowed(
  names: Iterable<string>,
  [command, ...args]: [string, ...string[]],
  npm: { script: string | null; options: string[] },
): string | null {
  const kept = new Set(npm.options.map(squeezed));
  const missing = [...names].filter(
    (name) => kept.has(squeezed(name)) && !args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
  if (missing.length === 0) return null;
  const options = missing.map((name) => `--${name}`).join(" ");
  const line = npm.script === "verbatim" ? `npm run verbatim -- ${command} ... ${options}` : `npm run ${npm.script} -- ... ${options}`;
  return `npm took ${options} for itself; verbatim did not get it and did nothing. Write -- before the command: ${line}`;
}

/** npm writes hyphens as underscores; "--dryRun" and "--dryrun" are meant to be "--dry-run". */
function squeezed(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}
