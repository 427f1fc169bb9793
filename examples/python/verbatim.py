"""A client of a Verbatim server in one file to copy: Python 3.9 or later, standard library only.

    from verbatim import Verbatim
    api = Verbatim("http://127.0.0.1:3000")
    for quote in api.list("/v1/quotes", speaker="Isolde Brannock"):
        print(quote["text"])
"""

import json
import urllib.error
import urllib.parse
import urllib.request


class Problem(Exception):
    """What the server says is wrong (RFC 9457): `status`, `code`, and `detail`, which is also the message."""

    def __init__(self, status, body):
        try:
            problem = json.loads(body)
        except ValueError:
            problem = {"detail": body.decode("utf-8", "replace")[:200]}
        self.status, self.code, self.detail = status, problem.get("code"), problem.get("detail") or f"HTTP status {status}"
        super().__init__(self.detail)


class Verbatim:
    def __init__(self, base="http://127.0.0.1:3000", timeout=60):
        self.base, self.timeout = base.rstrip("/"), timeout

    def open(self, path, accept="application/json", body=None, content_type="application/json", **query):
        """The open answer to a GET, or to a POST with a body. A list as a value repeats its parameter; None leaves it out."""
        sent = urllib.parse.urlencode({name: value for name, value in query.items() if value is not None}, doseq=True)
        url = self.base + urllib.parse.quote(path, safe="/%:~") + ("?" + sent if sent else "")
        headers = {"Accept": accept, **({"Content-Type": content_type} if body is not None else {})}
        try:
            return urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=self.timeout)
        except urllib.error.HTTPError as error:
            with error:
                raise Problem(error.code, error.read()) from None
        except urllib.error.URLError as error:
            raise Problem(None, json.dumps({"detail": f"{self.base} cannot be reached ({error.reason})."}).encode()) from None

    def get(self, path, **query):
        """One resource, or one page of a list."""
        with self.open(path, **query) as answer:
            return json.load(answer)

    def text(self, slug):
        """The text of an article. Spans count code points, as Python's slices do."""
        with self.open(f"/v1/articles/{slug}/text", accept="text/plain") as answer:
            return answer.read().decode("utf-8")

    def list(self, path, **query):
        """Every item of a list, page after page, up to 100 in each."""
        query = {"limit": 100, **query}
        while True:
            page = self.get(path, **query)
            yield from page["items"]
            if page["nextCursor"] is None:
                return
            query["cursor"] = page["nextCursor"]

    def stream(self, path, **query):
        """Every item of a list of articles, quotes or speakers in one answer, as it comes (NDJSON)."""
        with self.open(path, accept="application/x-ndjson", **query) as lines:
            yield from map(json.loads, lines)

    def verify(self, quote, speaker=None, **narrowed):
        """Whether a quote is recorded, and as whose."""
        claim = {"quote": quote, **({"speaker": speaker} if speaker else {}), **narrowed}
        with self.open("/v1/verify", body=json.dumps(claim).encode()) as answer:
            return json.load(answer)

    def verify_text(self, text, content_type="text/plain", **narrowed):
        """Every quote of a whole text, each checked against the archive."""
        with self.open("/v1/verifications", body=text.encode("utf-8"), content_type=content_type + "; charset=utf-8", **narrowed) as answer:
            return json.load(answer)

    def statistics(self, by=None, **filters):
        """Quotes, words and speakers counted, by up to two of speaker, kind, publisher, month and others."""
        return self.get("/v1/statistics", by=by, **filters)
