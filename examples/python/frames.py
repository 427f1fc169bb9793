"""Quotes in pandas, with no date and no name lost.

    python3 examples/python/frames.py
    python3 examples/python/frames.py --api http://127.0.0.1:3000 --speaker "Isolde Brannock"

Needs pandas 2 or later (pip install pandas), and verbatim.py beside this file. Prints how many quotes there are in each month, and who is quoted most.
"""

import argparse
import sys

from verbatim import Problem, Verbatim

try:
    import pandas as pd
except ImportError:
    sys.exit("This example needs pandas. Install it with: python3 -m pip install pandas")


def dated(quotes, column):
    """
    `publishedAt` is a day where the source has only a day, else an instant: both are ISO 8601. With `format="ISO8601"` pandas reads them
    side by side; without it, it takes the form of the first value for all, and `errors="coerce"` would drop the others in silence. A
    day becomes its first second in UTC, and an unknown date stays NaT.
    """
    quotes["publishedAt"] = pd.to_datetime(quotes[column], format="ISO8601", utc=True)
    return quotes


def from_csv(api, **filters):
    """One row a quote, with the columns of the CSV. Cells stay strings: "NA" or "None" may be somebody's words."""
    with api.open("/v1/quotes", accept="text/csv", **filters) as rows:
        return dated(pd.read_csv(rows, dtype=str, keep_default_na=False, na_values=[""]), "publishedAt")


def from_ndjson(api, **filters):
    """One row a quote, with everything the API has: `article.slug`, `attribution.confidence`; lists stay lists."""
    quotes = pd.json_normalize(list(api.stream("/v1/quotes", **filters)))
    return dated(quotes, "article.publishedAt") if len(quotes) > 0 else quotes


def main():
    parser = argparse.ArgumentParser(description="Count quotes by month and by speaker with pandas.")
    parser.add_argument("--api", default="http://127.0.0.1:3000", help="address of the server (%(default)s)")
    parser.add_argument("--speaker", help="only what this speaker said: an id, a name or an alias")
    given = parser.parse_args()
    try:
        quotes = from_csv(Verbatim(given.api), speaker=given.speaker)
    except Problem as problem:
        sys.exit(problem.detail)
    months = quotes["publishedAt"].dt.strftime("%Y-%m").fillna("undated")
    print(quotes.groupby(months).size().to_string())
    print()
    print(quotes["speakerNames"].fillna("nobody named").value_counts().head(10).to_string())


if __name__ == "__main__":
    main()
