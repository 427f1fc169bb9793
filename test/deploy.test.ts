import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { readConfig } from "../src/config.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
type Container = { image: string; command?: string[]; env?: { name: string; value?: string; valueFrom?: object }[] };
type Resource = { kind: string; metadata: { name: string }; spec?: { template?: { spec: { containers: Container[] } } } };

const folder = "deploy/kubernetes";
const resources = readdirSync(join(ROOT, folder))
  .filter((file) => file !== "kustomization.yaml")
  .flatMap((file) =>
    parseAllDocuments(read(`${folder}/${file}`)).map((document) => ({ file, errors: document.errors, value: document.toJS() as Resource })),
  );

/** The variables of a container as the server would read them; secrets are URLs. */
const environmentOf = (variables: Record<string, string>) => readConfig(variables);

describe("the deployment files", () => {
  test("are YAML, and every resource of the kustomization is there", () => {
    expect(resources.flatMap(({ errors }) => errors)).toEqual([]);
    const listed = parse(read(`${folder}/kustomization.yaml`)).resources as string[];
    expect([...new Set(resources.map(({ file }) => file))].sort()).toEqual([...listed].sort());
  });

  test("configure the API with values it takes, and run commands it has", () => {
    const compose = parse(read("compose.yaml"), { merge: true });
    for (const name of ["api", "load"]) {
      const environment = Object.fromEntries(
        Object.entries(compose.services[name].environment as Record<string, string>).map(([key, value]) => [
          key,
          value.replace(/\$\{\w+:-([^}]*)\}/g, "$1"),
        ]),
      );
      expect(environmentOf(environment).databaseUrl).toBe("postgres://verbatim:verbatim@db:5432/verbatim");
    }
    const containers = resources
      .flatMap(({ value }) => value.spec?.template?.spec.containers ?? [])
      .filter(({ image }) => image === "verbatim");
    expect(containers.length).toBe(2);
    for (const { env = [], command } of containers) {
      const environment = Object.fromEntries(env.map(({ name, value }) => [name, value ?? "postgres://verbatim:secret@db:5432/verbatim"]));
      expect(environmentOf(environment).databaseUrl).toContain("postgres://");
      if (command !== undefined) expect(read("src/cli.ts")).toContain(`  ${command[2]}: {`);
    }
    expect(compose.services.load.command).toEqual(["node", "src/cli.ts", "load"]);
  });

  test("mount the proxy's configuration that is here", () => {
    expect(read("compose.yaml")).toContain("./deploy/nginx/verbatim.conf.template:");
    const filledIn = [...read("deploy/nginx/verbatim.conf.template").matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);
    expect(filledIn).toEqual(["NGINX_LOCAL_RESOLVERS", "API_ORIGIN"]);
  });
});
