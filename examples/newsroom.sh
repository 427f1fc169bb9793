#!/usr/bin/env bash
# A morning in a newsroom with curl: an article is published, corrected and cited, somebody's name is set right, and the article is
# withdrawn. Add a key (verbatim key add desk --scope write), start the server (npm start), then:
#   VERBATIM_KEY=vbk_... bash examples/newsroom.sh
# Give another server's address as the first argument. The article is invented, and withdrawn at the end.
set -euo pipefail
api=${1:-http://127.0.0.1:3000}
api=${api%/}
if [ -z "${VERBATIM_KEY:-}" ]; then
  printf 'Set VERBATIM_KEY to a key of scope write. To add one: verbatim key add desk --scope write\n' >&2
  exit 1
fi

# A key on the command line of curl could be seen by others on this machine; a file of headers cannot.
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
printf 'Authorization: Bearer %s\n' "$VERBATIM_KEY" >"$headers"
write() { curl -sS -H "@$headers" "$@"; }
step() { printf '\n\n# %s\n' "$1"; }
# The value of a member of JSON. (With jq: .slug and so on.)
member() { sed -nE "s/.*\"$1\":\"([^\"]+)\".*/\1/p" <<<"$2" | head -n 1; }
tag() { curl -fsS -o /dev/null -w '%header{etag}' "$@"; }

# Each run publishes an article of its own.
run=$(date +%s)-$$
first="Ferry timetable $run

The winter timetable of the ferry starts on Monday.

“We shall sail at six, whatever the weather,” said Marit Holt, the harbour master."
corrected=${first/at six/at seven}

# Where the list of changes ends now: what follows is what this script does.
since=$(curl -fsSI -H 'Accept: application/x-ndjson' "$api/v1/changes" | sed -nE 's/^[Ll]ink:.*[?&]cursor=([^>&]+).*/\1/p')

step "Try it first: the answer is what would be done, and nothing is written"
write -X POST "$api/v1/articles" -H 'Content-Type: text/plain' -H 'Prefer: validate-only' --data-binary "$first"

step "Publish it; the key makes the request safe to repeat"
published=$(write -X POST "$api/v1/articles?language=en" -H 'Content-Type: text/plain' -H "Idempotency-Key: $run" --data-binary "$first")
printf '%s' "$published"
slug=$(member slug "$published")
before=$(member revision "$published")
article="$api/v1/articles/$slug"

step "The answer was lost? The same request again gets the same answer and does nothing"
write -o /dev/null -w '%{http_code}' -X POST "$api/v1/articles?language=en" -H 'Content-Type: text/plain' -H "Idempotency-Key: $run" --data-binary "$first"

step "Whoever reads it cites a quote"
quotes=$(curl -fsS "$article/quotes")
quote=$(sed -nE 's/.*"items":\[\{"id":"([^"]+)".*/\1/p' <<<"$quotes")
printf '%s' "$quotes"

step "The harbour master calls: it is seven. Without If-Match nobody replaces what they may not have seen (428)"
write -X PUT "$article" -H 'Content-Type: text/plain' --data-binary "$corrected"

step "With the ETag of what was read, it is corrected"
etag=$(tag "$article")
write -X PUT "$article" -H 'Content-Type: text/plain' -H "If-Match: $etag" --data-binary "$corrected"

step "A colleague who read the old text is told (412)"
write -o /dev/null -w '%{http_code}' -X PUT "$article" -H 'Content-Type: text/plain' -H "If-Match: $etag" --data-binary "$first Or at five."

step "What was cited yesterday is still there: the revision until now"
curl -fsS -H 'Accept: text/plain' "$article/text?revision=$before"

step "The quote kept its id, and says in which revisions it stood"
curl -fsS "$api/v1/quotes/$quote"

step "The reporter used her full name: an editor sets it"
write -X PUT "$article/edits" -H 'Content-Type: application/json' -H "If-Match: $(tag -H "@$headers" "$article/edits")" \
  -d "{\"edits\":[{\"op\":\"set\",\"quote\":{\"id\":\"$quote\",\"text\":\"We shall sail at seven, whatever the weather,\"},\"speakers\":[{\"id\":\"marit-holt-$run\",\"name\":\"Marit Holt-Rønne\"}]}]}"

step "And in all articles she is also found by another name"
write -X PATCH "$api/v1/speakers/marit-holt-$run" -H 'Content-Type: application/merge-patch+json' \
  -H "If-Match: $(tag "$api/v1/speakers/marit-holt-$run")" -d '{"aliases":["M. Holt-Rønne"]}'

step "The interview was not authorised: the article is withdrawn, and says so (410)"
write -X DELETE "$article?reason=The%20interview%20was%20not%20authorised." -H "If-Match: $(tag "$article")"
printf '\n'
curl -sS "$article"

step "What happened, for whoever keeps a copy"
curl -fsS "$api/v1/changes?cursor=$since"

printf '\n'
