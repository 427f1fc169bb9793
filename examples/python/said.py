"""Everything one person said, checked against the text it stands in.

    python3 examples/python/said.py
    python3 examples/python/said.py zamir-kabulov --api http://127.0.0.1:3000

Without a speaker it takes whoever is quoted most. Needs Python 3.9 or later and nothing else. Prints each quote with its article, its date and its rights. Every segment
is compared with the article's text at the place the API gives: Python counts strings in code points, as the API does.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request


class Api:
    """Reads resources and keeps them with their ETag, so that nothing unchanged is sent twice."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        self.kept = {}

    def get(self, path, accept="application/json", **query):
        url = self.base + path + ("?" + urllib.parse.urlencode(query) if query else "")
        headers = {"Accept": accept}
        if (url, accept) in self.kept:
            headers["If-None-Match"] = self.kept[url, accept][0]
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
                body = answer.read().decode("utf-8")
                self.kept[url, accept] = (answer.headers["ETag"], body)
        except urllib.error.HTTPError as error:
            if error.code != 304:
                raise
            body = self.kept[url, accept][1]
        return json.loads(body) if accept == "application/json" else body

    def items(self, path, **query):
        """Every item of a list, page after page."""
        while True:
            page = self.get(path, **query)
            yield from page["items"]
            if page["nextCursor"] is None:
                return
            query["cursor"] = page["nextCursor"]


def print_quotes(api, speaker):
    path = "/v1/speakers/" + urllib.parse.quote(speaker, safe="")
    print(api.get(path)["name"])
    for quote in api.items(path + "/quotes", limit=50):
        article = quote["article"]
        text = api.get("/v1/articles/" + urllib.parse.quote(article["slug"], safe="") + "/text", accept="text/plain")
        for segment in quote["segments"]:
            if text[segment["start"] : segment["end"]] != segment["text"]:
                sys.exit(f"{quote['id']}: the words at {segment['start']} are not those of the quote")
        notice = article["rights"]["notice"]
        print()
        print(quote["text"])
        print("  " + ", ".join([article["headline"]["text"], article["publishedAt"] or "undated"]))
        print("  " + (notice["text"] if notice else "rights: not stated"))


def most_quoted(api):
    """The id of whoever is quoted most."""
    speakers = api.get("/v1/speakers", sort="quotes", limit=1)["items"]
    if not speakers:
        sys.exit(f"Nobody is quoted at {api.base} yet. Import an article first: npm run verbatim -- import story.txt")
    return speakers[0]["id"]


def main():
    parser = argparse.ArgumentParser(description="Print everything one person said.")
    parser.add_argument("speaker", nargs="?", help="id of the speaker, such as zamir-kabulov (default: whoever is quoted most)")
    parser.add_argument("--api", default="http://127.0.0.1:3000", help="address of the server (%(default)s)")
    given = parser.parse_args()
    api = Api(given.api)
    try:
        print_quotes(api, given.speaker or most_quoted(api))
        sys.stdout.flush()
    except BrokenPipeError:
        # "said.py | head": the reader has enough. What is still to be written goes nowhere, without a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except urllib.error.HTTPError as error:
        # Errors are RFC 9457 problem details: what happened, and what to do.
        sys.exit(json.load(error).get("detail", str(error)))
    except urllib.error.URLError as error:
        sys.exit(f"{given.api} cannot be reached ({error.reason}). Start the server with: npm start")


if __name__ == "__main__":
    main()
