import { connect, type Socket } from "node:net";

/** Connections of clients that do as little as the drill says. */
export interface Connections {
  /** What each has heard so far. */
  heard(): string[];
  /** How many are open. */
  open(): number;
  /** Sends something on each that is open. */
  send(text: string): void;
  close(): void;
}

/**
 * Opens connections to a server and sends the same on each.
 * @returns when each is open or was refused
 */
export async function openSockets(url: string, count: number, text = "", read = true): Promise<Connections> {
  const port = Number(new URL(url).port);
  const clients = Array.from({ length: count }, () => {
    const socket = connect(port, "127.0.0.1");
    const client = { socket, heard: "" };
    socket.on("error", () => {});
    if (read) socket.on("data", (chunk) => (client.heard = (client.heard + chunk.toString("latin1")).slice(0, 2_000)));
    else socket.pause();
    return client;
  });
  await Promise.all(clients.map(({ socket }) => settled(socket)));
  const send = (words: string) => {
    for (const { socket } of clients) if (words !== "" && socket.writable) socket.write(words);
  };
  send(text);
  return {
    heard: () => clients.map(({ heard }) => heard),
    open: () => clients.filter(({ socket }) => socket.readyState === "open").length,
    send,
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
