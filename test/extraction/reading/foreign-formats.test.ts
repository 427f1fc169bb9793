import { describe, expect, test } from "vitest";
import { refuseForeign } from "../../../src/extraction/reading/foreign-formats.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const posts = (count: number) => "<item><title>Kiln</title><wp:post_type><![CDATA[post]]></wp:post_type></item>".repeat(count);
const wordpress = (inside: string) =>
  `${XML}<!-- A copy of this site. -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${inside}</channel></rss>`;

describe("what is no article is refused, with what it is and what to do", () => {
  test.each([
    [wordpress(posts(2)), /a WordPress export of 2 posts, not an article\. Give the file to "verbatim import"/],
    [wordpress(`${posts(1)}<item><wp:post_type>page</wp:post_type></item>`), /a WordPress export of 1 post,/],
    [`${XML}<rss version="2.0"><channel><item/></channel></rss>`, /a feed \(RSS\).*verbatim import/],
    ["<rss><channel/></rss>", /a feed \(RSS\)/],
    [
      `\ufeff${XML}<?xml-stylesheet href="a.xsl"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>`,
      /a feed \(Atom\).*verbatim import/,
    ],
    [`${XML}<rdf:RDF xmlns="http://purl.org/rss/1.0/"><item/></rdf:RDF>`, /RSS 1\.0/],
    [`${XML}<urlset><url><loc>https://kiln.example/</loc></url></urlset>`, /a sitemap/],
    ["<sitemapindex><sitemap/></sitemapindex>", /an index of sitemaps/],
    [`${XML}<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body/></nitf>`, /a news item \(NITF\).*verbatim import.*as HTML/],
    [`${XML}<newsMessage/>`, /NewsML-G2/],
    [`${XML}<opml version="2.0"><body/></opml>`, /a list of feeds/],
    ["<note><to>Orla</to><body>Close the kiln.</body></note>\n", /XML \(<note>\)/],
    [`${XML}<kiln:plan xmlns:kiln="x"><fire/></kiln:plan>`, /XML \(<kiln:plan>\)/],
    ['{ "name": "kiln", "version": "1.0.0", "scripts": { "fire": "“now,” said Orla Brice" } }', /the package\.json of a program/],
    ['{ "slug": "a", "revision": "b", "sections": [] }', /an article of Verbatim already.*verbatim load/],
    ['{ "text": "Kiln stays open" }', /Content-Type: application\/json/],
    ['[\n  { "html": "<p>Kiln</p>" }\n]', /JSON, not an article/],
    ['{ "version": "https://jsonfeed.org/version/1.1", "items": [] }', /JSON Feed.*verbatim import/],
    ['{"type":"FeatureCollection","features":[]}', /GeoJSON/],
    ['{"db":[{"meta":{},"data":{"posts":[]}}]}', /a Ghost export.*verbatim import/],
    ['{"uri":"urn:kiln:1","pubStatus":"usable","headlines":[]}', /a news item \(ninjs\).*verbatim import/],
    ['[{"uri":"urn:kiln:1","body_html":"<p>Kiln</p>"}]', /a list of news items \(ninjs\).*verbatim import/],
    [`${XML}<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry/></feed>`, /Atom 0\.3.*download each/],
    ["[1, 2]", /JSON/],
    ['{"a":1}\n{"a":2}\n', /lines of JSON/],
    ['{\n  "a": [1, 2,],\n}', /JSON with a mistake/],
    ['{ "a": "cut o', /JSON with a mistake/],
    ['title,text,url\nKiln,"“Yes,” said Orla, twice",https://kiln.example/1\n', /a table \(CSV\)/],
    [`id,text\n1,"Kiln\nstays, and “open,” said Orla"\n`, /a table \(CSV\)/],
    ["Name;Zitat;Datum\nOrla Brice;„Ja“;2026-05-01\n", /a table \(CSV\)/],
    ["id\tquote\tspeaker\n1\tYes, well.\tOrla Brice\n", /a table \(TSV\)/],
    ["From: <Saved by Blink>\nSubject: Kiln\n\n", /MHTML/],
    ["Subject: Kiln\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x", /a mail/],
    ["WEBVTT\n\n00:01.000 --> 00:04.000\nThe kiln stays.\n", /subtitles/],
    ["BEGIN:VCALENDAR\nEND:VCALENDAR\n", /a calendar/],
    [
      "W1234kiln\nf l BC-Kiln   11-13 1049\n^BC-Kiln, 120<\n^Kiln stays open<\n^By ORLA QUILL=\n\t   TARN (KA) _ It stays.\n",
      /ANPA 1312.*NITF or ninjs/,
    ],
    ["   ZCZC KIL\n%MNET\n*X\nKiln stays open\n\nIt stays.\n\nNNNN\n", /IPTC 7901/],
    ["kil0003 3 i 380  dpa 0045\n\nKiln/\nKiln stays open\n\nTarn (KA) - It stays.\n", /a wire message \(IPTC 7901\), not an article/],
    ["#!/bin/sh\necho “yes,” said Orla\n", /a script/],
  ])("%j", (source, message) => expect(() => refuseForeign(source)).toThrow(message));
});

describe("what looks like it and is an article is read", () => {
  test.each([
    `${XML}<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><body><h1>Kiln</h1></body></html>`,
    `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`,
    "<!-- rss --><p>Kiln stays open</p>",
    "<article><h1>Kiln</h1><p>It stays.</p></article>",
    "<kiln-story><p>It stays.</p></kiln-story>",
    "<svg><path/></svg><p>It stays open.</p>",
    "<3 Kiln stays open\n\n“Yes,” said Orla Brice.",
    '{\n  "title": "Kiln stays open",\n  "date": "2026-05-01"\n}\n\n“Yes,” said Orla Brice.\n',
    "[Editor’s note: names are changed.]\n\nKiln stays open.",
    "[1] Kiln stays open\n\n“Yes,” said Orla Brice.",
    "{Kiln} stays open",
    "London, Paris, Rome\n\n“Yes,” said Orla, Bob, and Ann.",
    "Fire, flood, famine\nThe town, the river, the field\n",
    "Kiln,fire\n\nIt stays open.",
    "“Yes, we stay,” said Orla Brice, who runs it, and left.",
    "Subject: Kiln\nFrom: Orla Brice\n\nIt stays open.",
    "x^2 < 4\n\nKiln stays open\n\n^ It stays <\n",
    "Kiln stays open\n^1\nIt stays.\n",
    "---\ntitle: Kiln\n---\n\nIt stays open.",
    "RSS, the feed format\n\nIt stays, said Orla.",
  ])("%j", (source) => expect(() => refuseForeign(source)).not.toThrow());
});
