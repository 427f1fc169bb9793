import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const TEMPLATE = resolve(import.meta.dirname, "../../deploy/nginx/verbatim.conf.template");

/** Whether nginx is installed. */
export const nginxThere = (() => {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A real nginx with the configuration that is shipped for deployment, in front of an origin. */
export async function startNginx(origin: string) {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-nginx-"));
  const port = await freePort();
  const shipped = readFileSync(TEMPLATE, "utf8")
    .replaceAll(`\${NGINX_LOCAL_RESOLVERS}`, "127.0.0.1")
    .replaceAll(`\${API_ORIGIN}`, origin)
    .replace("/var/cache/nginx/verbatim", `${folder}/cache`)
    .replace(/listen \d+;/, `listen 127.0.0.1:${port};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const configuration = join(folder, "nginx.conf");
  writeFileSync(
    configuration,
    `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events {}
http { access_log off; ${temporary}
${shipped} }`,
  );
  const child: ChildProcess = spawn("nginx", ["-p", folder, "-c", configuration], { stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  child.stderr?.on("data", (chunk) => {
    complaints += chunk;
  });
  const ended = new Promise((done) => child.once("exit", done));
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${complaints}`);
    await new Promise((wait) => setTimeout(wait, 20));
  }
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What reached the origin. */
export interface Passed {
  url: string;
  headers: IncomingHttpHeaders;
  status: number;
}

/** Passes requests on as they are and remembers them; shortens `max-age` so that a test need not wait a minute. */
export async function startRecorder(origin: string, maxAge: number): Promise<{ url: string; passed: Passed[]; stop: () => void }> {
  const passed: Passed[] = [];
  const server: Server = createServer((request, response) => {
    const { hostname, port } = new URL(origin);
    get({ hostname, port, path: request.url, method: request.method, headers: request.headers, agent: false }, (answer) => {
      const headers: OutgoingHttpHeaders = { ...answer.headers };
      headers["cache-control"] = answer.headers["cache-control"]?.replace(/max-age=\d+/, `max-age=${maxAge}`);
      if (headers["cache-control"] === undefined) delete headers["cache-control"];
      passed.push({ url: request.url ?? "", headers: request.headers, status: answer.statusCode ?? 0 });
      answer.pipe(response.writeHead(answer.statusCode ?? 502, headers));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed, stop };
}

/** One request and its answer, not decoded. */
export async function ask(port: number, path: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((done, fail) => {
    get({ host: "127.0.0.1", port, path, headers, agent: false }, done).once("error", fail);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks), cache: response.headers["x-cache"] };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done(true);
    }).once("error", () => done(false));
  });
}
