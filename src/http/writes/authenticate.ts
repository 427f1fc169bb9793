import type { FastifyRequest } from "fastify";
import { hasKeys, keyShown, type Scope } from "../../office/keys.ts";
import { HttpProblem } from "../problem.ts";
import type { FailedTries } from "./failed-tries.ts";
import type { Writing } from "./writing.ts";

const HOW_TO_ADD = "Whoever runs the server adds one: verbatim key add NAME --scope write.";

/**
 * A hook that lets a request pass only with a key that may do what is asked (RFC 6750), before any of its body is read. Wrong keys are
 * counted by client address; a right one is always let in, so that nobody is shut out by others behind the same proxy.
 *
 * @param tries of the whole server
 */
export function authenticate(writing: Writing, scope: Scope, tries: FailedTries): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if ("disabled" in writing) throw writingDisabled(writing.disabled);
    const { office } = writing;
    if (office.unwritable !== null) throw writingDisabled(office.unwritable);
    const shown = bearerOf(request.headers.authorization);
    const key = shown === null ? null : await keyShown(office, shown);
    if (key === null) {
      if (!(await hasKeys(office))) throw writingDisabled(`This archive has no keys. ${HOW_TO_ADD}`);
      if (shown === null) throw unauthorized("Send your key as: Authorization: Bearer KEY.");
      throw refuseTry(request, tries);
    }
    if (scope === "write" && key.scope !== "write") {
      const detail = `The key "${key.name}" has the scope "${key.scope}": it sets editors' corrections and speakers. This needs the scope "write".`;
      throw new HttpProblem("forbidden", detail, {}, { "www-authenticate": `${CHALLENGE}, error="insufficient_scope", scope="${scope}"` });
    }
    request.writer = key;
  };
}

const CHALLENGE = 'Bearer realm="verbatim"';

/** The key of `Authorization: Bearer KEY`; `null` without one. Names of schemes have no case (RFC 9110, section 11.1). */
function bearerOf(authorization: string | undefined): string | null {
  return /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

function refuseTry({ ip, log }: FastifyRequest, tries: FailedTries): HttpProblem {
  const wait = tries.count(ip);
  if (wait === null) {
    log.warn({ address: ip }, "wrong key");
    return unauthorized(
      "The key is not one of this archive. Check that it is complete, and that it was not removed.",
      ', error="invalid_token"',
    );
  }
  const detail = `Too many wrong keys came from your address. Try again in ${wait} seconds.`;
  return new HttpProblem("too-many-requests", detail, {}, { "retry-after": String(wait) });
}

function unauthorized(detail: string, error = ""): HttpProblem {
  return new HttpProblem("unauthorized", detail, {}, { "www-authenticate": CHALLENGE + error });
}

/** The archive cannot be written over HTTP at all. @param why in sentences */
export function writingDisabled(why: string): HttpProblem {
  return new HttpProblem("writing-disabled", why);
}
