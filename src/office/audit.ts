import { randomUUID } from "node:crypto";
import type { Office } from "./office.ts";

/** One write that somebody tried over HTTP. It never has a key, only the name of one. */
export interface AuditLine {
  /** ISO 8601, in UTC: when it began. */
  at: string;
  /** Name of the key. */
  who: string;
  /** What was done: the id of the operation, such as `replaceArticle`. */
  action: string;
  /** Slug of the article or id of the speaker; `null` while it is not known. */
  subject: string | null;
  requestId: string;
  /** What was served before and after, where that is an article. */
  revisionBefore: string | null;
  revisionAfter: string | null;
  /** `added`, `updated` and so on, or the code of the problem; `null` of a write that was cut short, which may be done. */
  outcome: string | null;
}

/** What becomes known of a write when it ends. */
export type AuditEnd = Pick<AuditLine, "subject" | "revisionBefore" | "revisionAfter"> & { outcome: string };

/**
 * Notes that a write begins.
 * @returns notes how it ended; without that, the line stays as it is, as after a kill
 * @throws StoreUnavailable, and then the write must not begin
 */
export async function noteBegun(
  office: Office,
  { at, who, action, subject, requestId }: Pick<AuditLine, "at" | "who" | "action" | "subject" | "requestId">,
): Promise<(end: AuditEnd) => Promise<void>> {
  const id = randomUUID();
  await office.run(
    "INSERT INTO office_audit (id, at, who, action, subject, request_id) VALUES ($1, $2, $3, $4, $5, $6)",
    ...[id, at, who, action, subject, requestId],
  );
  return async (end) => {
    await office.run(
      "UPDATE office_audit SET subject = $2, revision_before = $3, revision_after = $4, outcome = $5 WHERE id = $1",
      ...[id, end.subject, end.revisionBefore, end.revisionAfter, end.outcome],
    );
  };
}

/** The newest lines, oldest first. @param subject only those of one article or speaker */
export async function auditLines(office: Office, limit: number, subject: string | null = null): Promise<AuditLine[]> {
  const lines = await office.run<AuditLine>(
    `SELECT at, who, action, subject, request_id AS "requestId", revision_before AS "revisionBefore",
       revision_after AS "revisionAfter", outcome
     FROM office_audit WHERE $1 = '' OR subject = $1 ORDER BY at DESC, id LIMIT $2`,
    subject ?? "",
    limit,
  );
  return lines.reverse();
}
