import { PullRefused } from "./pull-refused.ts";

/**
 * The address of an archive to copy, without a slash at the end: that of its pages, with a path where it has one. What follows `/v1` is left out.
 *
 * @throws PullRefused
 */
export function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new PullRefused(`"${text}" is not a web address. Give that of the other archive, such as https://news.example.`);
  if (url.username !== "" || url.password !== "")
    throw new PullRefused("The address must not hold a user name or password: what is copied is public.");
  return `${url.origin}${url.pathname.replace(/\/v1(?:\/.*)?$/, "").replace(/\/+$/, "")}`;
}
