-- What is kept beside the content: keys, answers for repeated requests, the audit. SQLite runs this file too, for an archive in a
-- folder (src/office/office.ts), so it has plain types only. Instants are ISO 8601 in UTC with milliseconds and compare as text.

CREATE TABLE office_keys (
  name text PRIMARY KEY,
  -- "write" or "edit".
  scope text NOT NULL,
  -- SHA-256 of the key, in hexadecimal; the key itself is kept nowhere.
  sha256 text NOT NULL,
  added_at text NOT NULL
);

-- One row an Idempotency-Key of the last 24 hours.
CREATE TABLE office_requests (
  -- Name of the key of whoever sent it.
  who text NOT NULL,
  idempotency_key text NOT NULL,
  -- SHA-256 of method, address and body.
  request text NOT NULL,
  begun_at text NOT NULL,
  -- Whoever handles it says so again before this instant; later, nobody handles it.
  handled_until text NOT NULL,
  -- JSON of the answer; NULL until there is one.
  answer text,
  PRIMARY KEY (who, idempotency_key)
);
CREATE INDEX office_requests_begun ON office_requests (begun_at);

-- One row a write: noted before it begins, completed after it. A row without an outcome is of a write that was cut short.
CREATE TABLE office_audit (
  id text PRIMARY KEY,
  at text NOT NULL,
  who text NOT NULL,
  action text NOT NULL,
  -- Slug of the article or id of the speaker.
  subject text,
  request_id text NOT NULL,
  revision_before text,
  revision_after text,
  outcome text
);
CREATE INDEX office_audit_at ON office_audit (at);
