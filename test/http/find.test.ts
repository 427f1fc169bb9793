import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(undefined, false, { publicUrl: "https://news.example/verbatim" });
});
afterAll(() => server.stop());

const FORM = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
const post = (text: string) =>
  server.app.inject({ method: "POST", url: "/find", headers: FORM, payload: new URLSearchParams({ text }).toString() });
const leadsTo = async (text: string) => {
  const { statusCode, headers } = await post(text);
  expect(headers["cache-control"]).toBe("no-store");
  return [statusCode, headers.location];
};

test("words lead to a search", async () => {
  expect(await leadsTo("ferry OR bo&t #1")).toEqual([303, "/verbatim/search?q=ferry+OR+bo%26t+%231"]);
  expect(await leadsTo("паром")).toEqual([303, "/verbatim/search?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC"]);
});

test("nothing typed leads to the search form", async () => {
  expect(await leadsTo(" \r\n ")).toEqual([303, "/verbatim/search"]);
  const { statusCode, headers } = await server.app.inject({ method: "POST", url: "/find", headers: FORM, payload: "" });
  expect([statusCode, headers.location]).toEqual([303, "/verbatim/search"]);
});

test("a quote leads to its check, with whom it is ascribed to", async () => {
  expect(await leadsTo("We will have a boat.")).toEqual([303, "/verbatim/check?quote=We+will+have+a+boat."]);
  expect(await leadsTo("“We will have a boat.” — Ada Lind")).toEqual([303, "/verbatim/check?quote=We+will+have+a+boat.&speaker=Ada+Lind"]);
});

test("a text is sent on to be checked, and a quote that no address has room for", async () => {
  expect(await leadsTo("“We will have a boat,” Ada Lind said.")).toEqual([307, "/verbatim/check"]);
  expect(await leadsTo("Мы должны паром. ".repeat(110))).toEqual([307, "/verbatim/check"]);
  expect(await leadsTo("字".repeat(80_000))).toEqual([307, "/verbatim/check"]);
});

test("who opens the address comes to the box", async () => {
  const { statusCode, headers } = await server.app.inject("/find");
  expect([statusCode, headers.location]).toEqual([303, "/verbatim/"]);
});

test("what is not the form is refused with a page that says so", async () => {
  const json = await server.app.inject({ method: "POST", url: "/find", headers: { accept: "text/html" }, payload: { text: "ferry" } });
  expect([json.statusCode, json.headers["content-type"]]).toEqual([415, "text/html; charset=utf-8"]);
  const huge = await post("a".repeat(1024 * 1024));
  expect([huge.statusCode, huge.headers["content-type"]]).toEqual([413, "text/html; charset=utf-8"]);
  expect((await server.app.inject({ method: "PUT", url: "/find", headers: FORM })).statusCode).toBe(405);
});
