// Starts the API reference over this server's own document; every service the bundle could call elsewhere is off.
async function start() {
  const { href } = document.querySelector("link[rel=service-desc]");
  const answer = await fetch(href);
  const content = await answer.json();
  // The page may send requests to its own server only, however others reach it.
  content.servers = [{ url: new URL(".", href).href.replace(/\/$/, "") }];
  settleContact(content.info);
  for (const parameter of parametersOf(content)) untick(parameter);
  Scalar.createApiReference("#reference", {
    content,
    theme: "none",
    layout: "modern",
    withDefaultFonts: false,
    telemetry: false,
    proxyUrl: "",
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: "never",
    documentDownloadType: "none",
    persistAuth: false,
    operationTitleSource: "summary",
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  });
}

/** The link to whom to ask has no name for screen readers where it is narrow: it becomes a sentence of the description. */
function settleContact(info) {
  const { name, url, email } = info.contact;
  delete info.contact;
  const address = url ?? (email && `mailto:${email}`);
  if (address) info.description += `\n\nQuestions: [${name}](${address}).`;
}

function parametersOf({ components, paths }) {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  return [...Object.values(components.parameters), ...operations.flatMap(({ parameters = [] }) => parameters)];
}

/** Samples and requests would carry the examples of all parameters at once: those that may be left out wait to be ticked. */
function untick(parameter) {
  if (parameter.required || parameter.example === undefined) return;
  parameter.examples = { default: { value: parameter.example, "x-disabled": true } };
  delete parameter.example;
}

start();
