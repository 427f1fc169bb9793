import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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

  test("run on one machine with a folder: values it takes, a read-only root, any user", () => {
    const { verbatim } = parse(read("compose.single.yaml")).services;
    const filledIn = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, "$1");
    const variables = Object.entries(verbatim.environment as Record<string, string>).map(([name, value]) => [name, filledIn(value)]);
    const config = environmentOf(Object.fromEntries(variables));
    expect(config).toMatchObject({ databaseUrl: null, dataDir: "/app/data", publicUrl: "http://localhost:3000" });
    expect(verbatim).toMatchObject({ read_only: true, cap_drop: ["ALL"], volumes: [`./data:${config.dataDir}`] });
    expect(verbatim.tmpfs.some((folder: string) => config.cacheDir.startsWith(`${folder}/`))).toBe(true);
    expect(filledIn(verbatim.user)).toMatch(/^\d+:\d+$/);
    // "$\{PORT:-3000}:3000" publishes the port that the image listens on.
    expect(filledIn(verbatim.ports[0])).toBe(`3000:${/PORT=(\d+)/.exec(read("Dockerfile"))?.[1]}`);
  });
});

describe("the manifests of Kubernetes", () => {
  type Labels = Record<string, string>;
  type Selector = { matchLabels?: Labels; matchExpressions?: { key: string; operator: string; values: string[] }[] };
  type Peer = { podSelector?: Selector; namespaceSelector?: Selector };
  type Rule = { from?: Peer[]; to?: Peer[]; ports: { port: number }[] };
  type Policy = { podSelector: Selector; policyTypes: string[]; ingress?: Rule[]; egress?: Rule[] };
  interface Pod {
    labels: Labels;
    spec: {
      containers: (Container & { ports?: { containerPort: number }[]; securityContext?: object; volumeMounts?: object[] })[];
      volumes?: object[];
    };
  }

  const specOf = (name: string, kind: string) =>
    resources.find(({ value }) => value.kind === kind && value.metadata.name === name)?.value.spec;
  const pods = resources.flatMap(({ value }): Pod[] => {
    const spec = value.spec as { template?: object; jobTemplate?: { spec: { template: object } } } | undefined;
    const template = (spec?.template ?? spec?.jobTemplate?.spec.template) as
      | { metadata: { labels: Labels }; spec: Pod["spec"] }
      | undefined;
    return template === undefined ? [] : [{ labels: template.metadata?.labels ?? {}, spec: template.spec }];
  });
  const policies = resources.filter(({ value }) => value.kind === "NetworkPolicy").map(({ value }) => value.spec as unknown as Policy);
  const selects = ({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels) =>
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values }) => values.includes(labels[key] ?? ""));
  const podOf = (app: string) => pods.find(({ labels }) => labels.app === app) as Pod;
  /** Whether the rules let one pod reach another on a port: out of the one and into the other. */
  const reaches = (from: string, to: string, port: number) => {
    const rules = (app: string, direction: "ingress" | "egress") =>
      policies.filter(({ podSelector }) => selects(podSelector, podOf(app).labels)).flatMap((policy) => policy[direction] ?? []);
    const lets = (app: string, direction: "ingress" | "egress", peer: string) =>
      rules(app, direction).some(
        (rule) =>
          rule.ports.some((open) => open.port === port) &&
          (rule.from ?? rule.to ?? []).some(({ podSelector }) => podSelector !== undefined && selects(podSelector, podOf(peer).labels)),
      );
    return lets(from, "egress", to) && lets(to, "ingress", from);
  };

  test("let each pod reach what it needs and nothing else", () => {
    const apps = pods.map(({ labels }) => labels.app ?? "");
    expect(apps.sort()).toEqual(["api", "backup", "db", "load", "proxy"]);
    const ports: Record<string, number> = { api: 3000, db: 5432, proxy: 8080 };
    for (const [app, port] of Object.entries(ports)) {
      expect(podOf(app).spec.containers[0]?.ports).toEqual([{ containerPort: port }]);
    }
    const open = apps.flatMap((from) =>
      Object.keys(ports)
        .filter((to) => reaches(from, to, ports[to] ?? 0))
        .map((to) => `${from} ${to}`),
    );
    expect(open.sort()).toEqual(["api db", "backup db", "load db", "proxy api"]);
    // What no policy selects would be open to all.
    expect(policies[0]).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  });

  test("run Verbatim as a user, on a read-only root, without capabilities", () => {
    const ours = pods.flatMap(({ spec }) => spec.containers).filter(({ image }) => image === "verbatim");
    expect(ours).toHaveLength(3);
    for (const { securityContext } of ours) {
      expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } });
    }
    for (const app of ["api", "load", "backup"]) {
      expect(podOf(app).spec).toMatchObject({ securityContext: { runAsNonRoot: true, runAsUser: 1000 } });
    }
  });

  test("back up what a load takes back, to a volume", () => {
    const { spec } = podOf("backup");
    const [container] = spec.containers;
    const script = container?.command?.[2] ?? "";
    expect(script).toContain("node src/cli.ts export --format json --output");
    expect(container?.volumeMounts).toEqual([{ name: "backup", mountPath: "/backup" }]);
    expect(spec.volumes).toEqual([{ name: "backup", persistentVolumeClaim: { claimName: "backup" } }]);
    expect(specOf("backup", "PersistentVolumeClaim")).toBeDefined();
    expect(container?.env?.map(({ name }) => name)).toEqual(["DATABASE_URL"]);
    expect(specOf("backup", "CronJob")).toMatchObject({
      schedule: expect.stringMatching(/^[\d*]+( [\d*]+){4}$/),
      concurrencyPolicy: "Forbid",
    });
  });

  test("keep the last 14 backups, whole ones", () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-backup-"));
    for (let day = 1; day <= 15; day += 1) mkdirSync(join(folder, `2026-11-${String(day).padStart(2, "0")}T031700Z`));
    mkdirSync(join(folder, "2026-11-16T031700Z.part"));
    // The script as it stands, with a stand-in for the export.
    const script = (podOf("backup").spec.containers[0]?.command?.[2] ?? "")
      .replaceAll("/backup", folder)
      .replace(/node src\/cli\.ts export .*--output/, "mkdir");
    execFileSync("sh", ["-euc", script]);
    const left = readdirSync(folder).sort();
    expect(left).toHaveLength(14);
    expect(left[0]).toBe("2026-11-03T031700Z");
    expect(left.filter((name) => !name.endsWith("Z"))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

describe("a release", () => {
  const { jobs, permissions } = parse(read(".github/workflows/release.yaml"));
  const steps: { uses?: string; run?: string }[] = jobs.release.steps;

  test("takes actions by commit, each with its version beside it, and may only read", () => {
    const used = read(".github/workflows/release.yaml").match(/uses: .*/g) ?? [];
    expect(used).toHaveLength(3);
    for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(permissions).toEqual({ contents: "read" });
  });

  test("audits, tests, and lists what it is made of", () => {
    const commands = steps.map(({ run }) => run ?? "").join("\n");
    for (const command of ["npm ci", "npm audit --omit=dev", "npm test", "npm pack", "npm run --silent sbom"]) {
      expect(commands).toContain(command);
    }
  });
});
