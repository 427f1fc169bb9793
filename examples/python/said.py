"""Everything one person said, checked against the text it stands in.

    python3 examples/python/said.py
    python3 examples/python/said.py zamir-kabulov --api http://127.0.0.1:3000

Without a speaker it takes whoever is quoted most. Needs Python 3.9 or later, and verbatim.py beside this file. Prints each quote with its
article, its date and its rights. Every segment is compared with the article's text at the place the API gives: Python counts strings in
code points, as the API does.
"""

import argparse
import functools
import os
import sys

from verbatim import Problem, Verbatim


def print_quotes(api, speaker):
    text_of = functools.lru_cache(maxsize=8)(api.text)
    print(api.get(f"/v1/speakers/{speaker}")["name"])
    for quote in api.list(f"/v1/speakers/{speaker}/quotes", limit=50):
        article = quote["article"]
        text = text_of(article["slug"])
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
    api = Verbatim(given.api)
    try:
        print_quotes(api, given.speaker or most_quoted(api))
        sys.stdout.flush()
    except BrokenPipeError:
        # "said.py | head": the reader has enough. What is still to be written goes nowhere, without a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Problem as problem:
        sys.exit(problem.detail if problem.status else f"{problem} Start the server with: npm start")


if __name__ == "__main__":
    main()
