import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Networks of IPv4 that the public internet does not route (IANA, IPv4 Special-Purpose Address Registry), multicast, and 240/4. */
const SPECIAL_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/**
 * All of IPv6 that is in use for everybody (IANA, IPv6 Global Unicast Address Assignments). Loopback, link-local, unique-local, IPv4-mapped and
 * NAT64 addresses are outside.
 */
const GLOBAL_V6 = "2000::/3";

/** Networks inside it that are not: IETF protocols and Teredo, documentation, 6to4 (which hides an IPv4 address). */
const SPECIAL_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const special = listOf([...SPECIAL_V4, ...SPECIAL_V6]);
const globalV6 = listOf([GLOBAL_V6]);

/** Whether an IP address is one of the public internet. Not those of this machine, of a private network, or that stand for another address. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, "ipv4");
  return isIPv6(address) && globalV6.check(address, "ipv6") && !special.check(address, "ipv6");
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    list.addSubnet(address, Number(prefix), isIPv4(address) ? "ipv4" : "ipv6");
  }
  return list;
}
