import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a folder for nginx that serves one file at a path, and gives the command line for a port. */
export function nginxServing(folder: string, path: string, body: Buffer): (port: number) => string[] {
  const file = join(folder, "root", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
  return (port) => {
    const configuration = join(folder, "nginx.conf");
    writeFileSync(
      configuration,
      `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
  default_type application/json; client_body_temp_path ${folder}; proxy_temp_path ${folder};
  fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; root ${folder}/root; }
}
`,
    );
    return ["nginx", "-p", folder, "-c", configuration];
  };
}
