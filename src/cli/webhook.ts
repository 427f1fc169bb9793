import { randomBytes } from "node:crypto";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { ChangeKind } from "../article/model/history.ts";
import type { Office } from "../office/office.ts";
import {
  addWebhook,
  listTries,
  listWebhooks,
  noteTry,
  removeWebhook,
  signingWebhooks,
  type Try,
  type Webhook,
} from "../office/webhooks.ts";
import { EndpointRefused, readEndpoint } from "../webhooks/endpoint.ts";
import { newSecret } from "../webhooks/message.ts";
import { sendTest } from "../webhooks/send-test.ts";
import type { ArchivePlace } from "./archive-place.ts";
import { refuse, type Terminal } from "./terminal.ts";
import { withOffice } from "./with-office.ts";

export const WEBHOOK_HELP = `Usage: verbatim webhook add URL [--events KINDS] [--allow-private]
       verbatim webhook list
       verbatim webhook remove ID
       verbatim webhook log [ID]
       verbatim webhook test ID

A running server sends a message to URL, by POST, for each change of what it serves: signed as Standard Webhooks has it, in
the order of the changes, again for a day while the receiver does not answer with 2xx. The secret that receivers check the
signatures with is shown once, when the webhook is added. "test" sends a message of the type webhook.test now; "log" shows
the last 100 tries. A receiver that answers 410 ends its webhook.

The webhooks are those of the database that DATABASE_URL names, else of the data folder (in private/office.sqlite).

Options:
  --events KINDS   the changes to send, with commas: ${ChangeKind.options.join(", ")} (default: all)
  --allow-private  URL may be in your own network, also with http:
  --data PATH      the data folder (default: DATA_DIR, else data)
  --help           print this text

Exit code: 0 when it is done, 1 when not (there is no such webhook, or a test failed), 2 for a wrong command line.
`;

export const WEBHOOK_OPTIONS = {
  events: { type: "string" },
  "allow-private": { type: "boolean", default: false },
  data: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim webhook`. @returns the exit code. @throws what parseArgs throws */
export async function webhookCommand(args: string[], place: ArchivePlace, terminal: Terminal, now = new Date()): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: WEBHOOK_OPTIONS });
  const [action, subject, ...rest] = positionals;
  const wrong = (message: string) => refuse("webhook", message, terminal);
  const inOffice = (work: (office: Office) => Promise<number>) => withOffice(place, values.data, terminal, work);
  if (rest.length > 0) return wrong(`One ${action === "add" ? "address" : "id"} at a time, not "${[subject, ...rest].join(" ")}".`);
  if (action !== "add" && (values.events !== undefined || values["allow-private"]))
    return wrong("--events and --allow-private are for webhook add.");
  switch (action) {
    case "add": {
      if (subject === undefined) return wrong("Say where to send to: verbatim webhook add https://cms.example/hook");
      const events = readEvents(values.events);
      if (typeof events === "string") return wrong(events);
      const allowPrivate = values["allow-private"];
      try {
        const { href } = readEndpoint(subject, allowPrivate);
        return await inOffice((office) => add(office, { url: href, events, allowPrivate, addedAt: now.toISOString() }, terminal));
      } catch (error) {
        if (error instanceof EndpointRefused) return wrong(error.message);
        throw error;
      }
    }
    case "list":
      if (subject !== undefined) return wrong("webhook list takes no id.");
      return inOffice((office) => list(office, terminal));
    case "log":
      return inOffice((office) => log(office, subject, terminal));
    case "remove":
    case "test":
      if (subject === undefined) return wrong(`Say which one: verbatim webhook ${action} ID. List them: verbatim webhook list`);
      return inOffice((office) => (action === "test" ? test(office, subject, terminal, now) : remove(office, subject, terminal)));
    default:
      return wrong(
        action === undefined
          ? "Say add, list, remove, log or test."
          : `"${action}" is not something to do with webhooks. Use add, list, remove, log or test.`,
      );
  }
}

/** Kinds of changes in the order they were given, each once. @returns a message where one is none */
function readEvents(text: string | undefined): string[] | string {
  if (text === undefined) return [];
  const kinds = text.split(",").map((kind) => kind.trim().replace(/^article\./, ""));
  const unknown = kinds.find((kind) => !(ChangeKind.options as string[]).includes(kind));
  if (unknown !== undefined) return `"${unknown}" is not a kind of change. Use ${ChangeKind.options.join(", ")}, with commas between them.`;
  return [...new Set(kinds)];
}

/** The secret alone is on stdout, so that a script can keep it. */
async function add(
  office: Office,
  webhook: Pick<Webhook, "url" | "events" | "allowPrivate" | "addedAt">,
  { stdout, stderr }: Terminal,
): Promise<number> {
  const id = `wh_${randomBytes(5).toString("hex")}`;
  const secret = newSecret();
  await addWebhook(office, { ...webhook, id, secret, done: null });
  stdout.write(`${secret}\n`);
  stderr.write(
    `This is the secret of the webhook ${id}. It is not shown again: give it to the receiver. Try it: verbatim webhook test ${id}\n`,
  );
  return 0;
}

async function list(office: Office, { stdout, stderr }: Terminal): Promise<number> {
  const webhooks = await listWebhooks(office);
  for (const webhook of webhooks) {
    const allowed = webhook.allowPrivate ? "\tprivate allowed" : "";
    stdout.write(
      `${webhook.id}\t${webhook.url}\t${webhook.events.join(",") || "all changes"}\t${stateOf(webhook)}\tadded ${webhook.addedAt.slice(0, 10)}${allowed}\n`,
    );
  }
  if (webhooks.length === 0) stderr.write("There are no webhooks. Add one: verbatim webhook add https://cms.example/hook\n");
  return 0;
}

function stateOf({ disabledAt, failures, nextTry, done }: Webhook): string {
  if (disabledAt !== null) return `ended: its receiver answered 410 on ${disabledAt.slice(0, 10)}`;
  if (nextTry !== null) return `${failures === 1 ? "1 try" : `${failures} tries`} failed, next at ${seconds(nextTry)}`;
  return done === null ? "waits for a server" : "in order";
}

async function log(office: Office, id: string | undefined, terminal: Terminal): Promise<number> {
  if (id !== undefined && !(await isKnown(office, id))) return unknown(id, terminal);
  const tries = await listTries(office, id ?? null);
  for (const one of tries.reverse()) terminal.stdout.write(`${lineOf(one)}\n`);
  if (tries.length === 0) terminal.stderr.write("Nothing was sent yet.\n");
  return 0;
}

function lineOf({ webhook, at, type, seq, message, status, error, milliseconds, answer, result }: Try & { webhook: string }): string {
  const said = result === "delivered" || answer === "" ? "" : `\t${plain(answer)}`;
  const change = seq === null ? "" : `\tchange ${seq}`;
  return `${seconds(at)}\t${webhook}\t${result}\t${status ?? error}\t${milliseconds} ms\t${type}${change}\t${message}${said}`;
}

/** The beginning of a receiver's answer, without characters that a terminal acts on. */
function plain(answer: string): string {
  const line = answer.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

function seconds(instant: string): string {
  return instant.replace(/\.\d+Z$/, "Z");
}

async function remove(office: Office, id: string, terminal: Terminal): Promise<number> {
  if (!(await removeWebhook(office, id))) return unknown(id, terminal);
  terminal.stderr.write(`Removed the webhook ${id}.\n`);
  return 0;
}

async function test(office: Office, id: string, terminal: Terminal, now: Date): Promise<number> {
  const webhook = (await signingWebhooks(office)).find((one) => one.id === id);
  if (webhook === undefined) return unknown(id, terminal);
  const made = await sendTest(webhook, now);
  await noteTry(office, id, made);
  terminal.stdout.write(`${lineOf({ ...made, webhook: id })}\n`);
  return made.result === "delivered" ? 0 : 1;
}

async function isKnown(office: Office, id: string): Promise<boolean> {
  return (await listWebhooks(office)).some((webhook) => webhook.id === id);
}

function unknown(id: string, { stderr }: Terminal): number {
  stderr.write(`There is no webhook "${id}". List them: verbatim webhook list\n`);
  return 1;
}
