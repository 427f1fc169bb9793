#!/usr/bin/env bash
# A walk through the API with curl. Start the server (npm start), then: bash examples/curl/walkthrough.sh
# Give another server's address as the first argument: it takes its examples from what that server has. Every command can
# be typed on its own.
set -euo pipefail
api=${1:-http://127.0.0.1:3000}
api=${api%/}

step() { printf '\n\n# %s\n' "$1"; }

step "Where everything is"
curl -fsS "$api/"

# Whoever is quoted most, and a quote of theirs. (With jq: .items[0].id and so on.)
speaker=$(curl -fsS "$api/v1/speakers?sort=quotes&limit=1" | sed -nE 's/^\{"items":\[\{"id":"([^"]+)".*/\1/p')
if [ -z "$speaker" ]; then
  printf '\n\nNobody is quoted at %s yet. Import an article first: npm run verbatim -- import story.txt\n' "$api" >&2
  exit 1
fi
quote=$(curl -fsS "$api/v1/speakers/$speaker/quotes?limit=1")
article=$(sed -nE 's/.*"article":\{"slug":"([^"]+)".*/\1/p' <<<"$quote")
words=$(sed -nE 's/.*"segments":\[\{"paragraph":"[^"]+","text":"([^"\\ ]+ ?[^"\\ ]*).*/\1/p' <<<"$quote")

step "The newest articles, two at a time; nextCursor leads to the next page"
curl -fsS "$api/v1/articles?limit=2"

step "The headline and the speakers of one article, without the rest"
curl -fsS "$api/v1/articles/$article?fields=headline,speakers,rights"

step "Its text; all spans count code points of exactly these bytes"
text=$(curl -fsS -H 'Accept: text/plain' "$api/v1/articles/$article/text")
printf '%s' "${text:0:400}"

step "What one person said in it: words, place, mention and cue"
curl -fsS --get "$api/v1/articles/$article/quotes" --data-urlencode "speaker=$speaker" -d limit=1

step "Everything this person said in all articles, newest first"
curl -fsS "$api/v1/speakers/$speaker/quotes?limit=1"

step "Quotes that hold two words next to each other"
curl -fsS --get "$api/v1/quotes" --data-urlencode "q=\"${words:-the}\"" -d limit=2

step "The same article again: the ETag says that it has not changed (304, no body)"
etag=$(curl -fsS -o /dev/null -w '%header{etag}' "$api/v1/articles/$article")
curl -sS -o /dev/null -w '%{http_code}' -H "If-None-Match: $etag" "$api/v1/articles/$article"

step "A wrong parameter: the answer names it and says what is allowed (400)"
curl -sS "$api/v1/quotes?kind=shouted"

printf '\n'
