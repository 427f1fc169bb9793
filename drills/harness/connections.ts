import { connect, type Socket } from "node:net";

/** Characters of what a client hears that are kept. */
const KEPT = 2_000;

/** Connections of clients that do as little as the drill says. */
export interface Connections {
  /** What each has heard so far. */
  heard(): string[];
  /** How many are open. */
  open(): number;
  /** How many are open and have heard nothing. */
  waiting(): number;
  /** Sends something on each that is open. */
  send(text: string): void;
  close(): void;
}

/** Connections that are opened at a time, so that it is not their coming that is measured. */
const AT_ONCE = 100;

/**
 * Opens connections to a server and sends the same on each.
 *
 * @param read whether the clients read what they are sent
 * @returns when each is open or was refused
 */
export async function openSockets(url: string, count: number, text = "", read = true): Promise<Connections> {
  const port = Number(new URL(url).port);
  const clients: { socket: Socket; heard: string }[] = [];
  const open = () => {
    const socket = connect(port, "127.0.0.1");
    const client = { socket, heard: "" };
    socket.on("error", () => {});
    if (read) {
      socket.on("data", (chunk) => {
        client.heard = (client.heard + chunk.toString("latin1")).slice(0, KEPT);
      });
    } else socket.pause();
    clients.push(client);
    return settled(socket).then(() => (text === "" || !socket.writable ? null : socket.write(text)));
  };
  while (clients.length < count) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - clients.length) }, open));
  return {
    heard: () => clients.map(({ heard }) => heard),
    open: () => clients.filter(({ socket }) => socket.readyState === "open").length,
    waiting: () => clients.filter(({ socket, heard }) => socket.readyState === "open" && heard === "").length,
    send(words) {
      for (const { socket } of clients) if (socket.writable) socket.write(words);
    },
    close() {
      for (const { socket } of clients) socket.destroy();
    },
  };
}

function settled(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once("connect", resolve);
    socket.once("close", resolve);
  });
}
