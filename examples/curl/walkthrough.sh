#!/usr/bin/env bash
# A walk through the API with curl. Start the server (npm start), then: bash examples/curl/walkthrough.sh
# Give another server's address as the first argument. Every command can be typed on its own.
set -euo pipefail
api=${1:-http://127.0.0.1:3000}
article=russia-seeks-good-relations-with-taliban-as-us-troops-exit

step() { printf '\n\n# %s\n' "$1"; }

step "Where everything is"
curl -fsS "$api/"

step "The newest articles, two at a time; nextCursor leads to the next page"
curl -fsS "$api/v1/articles?limit=2"

step "The headline and the speakers of one article, without the rest"
curl -fsS "$api/v1/articles/$article?fields=headline,speakers,rights"

step "Its text; all spans count code points of exactly these bytes"
curl -fsS "$api/v1/articles/$article/text" | head -c 400

step "What one person said in it: words, place, mention and cue"
curl -fsS "$api/v1/articles/$article/quotes?speaker=zamir-kabulov&limit=1"

step "Everything this person said in all articles, newest first"
curl -fsS "$api/v1/speakers/zamir-kabulov/quotes?limit=1"

step "Direct quotes that hold two words next to each other"
curl -fsS --get "$api/v1/quotes" --data-urlencode 'q="peace process"' --data-urlencode kind=direct

step "The same article again: the ETag says that it has not changed (304, no body)"
etag=$(curl -fsS -o /dev/null -w '%header{etag}' "$api/v1/articles/$article")
curl -sS -o /dev/null -w '%{http_code}' -H "If-None-Match: $etag" "$api/v1/articles/$article"

step "A wrong parameter: the answer names it and says what is allowed (400)"
curl -sS "$api/v1/quotes?kind=shouted"

printf '\n'
