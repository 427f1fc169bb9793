import { isIP } from "node:net";
import { isPublic } from "./public-address.ts";

/** The address of a webhook is not one that is delivered to; the message says why and what to do. */
export class EndpointRefused extends Error {}

const MOST = 2000;

/**
 * Reads the address of a webhook.
 *
 * @param allowPrivate whether it may be in a private network; `http:` is for those only
 * @throws EndpointRefused
 */
export function readEndpoint(text: string, allowPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new EndpointRefused(`"${text}" is not a web address. Give one such as https://cms.example/hooks/verbatim.`);
  if (url.href.length > MOST) throw new EndpointRefused(`The address is longer than ${MOST} characters.`);
  if (url.username !== "" || url.password !== "")
    throw new EndpointRefused("The address must not hold a user name or password: the signature shows where a message comes from.");
  if (url.hash !== "") throw new EndpointRefused(`The address must not have a fragment: remove "${url.hash}".`);
  if (allowPrivate) return url;
  if (url.protocol === "http:")
    throw new EndpointRefused("The address must begin with https:. For a receiver in your own network, add --allow-private.");
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublic(host)) throw new EndpointRefused(privateAddress(host));
  return url;
}

/** The host to connect to; an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** Says that an address is in a private network. */
export function privateAddress(address: string): string {
  return `${address} is not an address of the public internet. For a receiver in your own network, add the webhook with --allow-private.`;
}
