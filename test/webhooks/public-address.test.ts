import { expect, test } from "vitest";
import { isPublic } from "../../src/webhooks/public-address.ts";

test.each(["1.1.1.1", "93.184.215.14", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::200e"])(
  "%s is public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

test.each([
  ["0.0.0.0", "this host"],
  ["10.1.2.3", "private"],
  ["100.64.0.1", "shared by carriers"],
  ["127.0.0.1", "loopback"],
  ["127.255.255.254", "loopback"],
  ["169.254.169.254", "link-local: a cloud's metadata"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "private"],
  ["192.168.1.1", "private"],
  ["198.18.0.1", "benchmarks"],
  ["203.0.113.9", "documentation"],
  ["224.0.0.1", "multicast"],
  ["255.255.255.255", "broadcast"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["fe80::1", "link-local"],
  ["fd12:3456::1", "unique-local"],
  ["fec0::1", "site-local"],
  ["ff02::1", "multicast"],
  ["::ffff:127.0.0.1", "mapped"],
  ["::ffff:1.1.1.1", "mapped"],
  ["::7f00:1", "IPv4-compatible"],
  ["64:ff9b::7f00:1", "NAT64"],
  ["2002:7f00:1::", "6to4"],
  ["2001:0:1::1", "Teredo"],
  ["2001:db8::1", "documentation"],
  ["example.org", "not an address"],
])("%s is not: %s", (address) => {
  expect(isPublic(address)).toBe(false);
});
