// Starts the API reference over this server's own document; every service the bundle could call elsewhere is off.
async function start() {
  const { href } = document.querySelector("link[rel=service-desc]");
  const answer = await fetch(href);
  const content = await answer.json();
  // The page may send requests to its own server only, however others reach it.
  content.servers = [{ url: new URL(".", href).href.replace(/\/$/, "") }];
  // Samples would carry the examples: tags that no answer has.
  delete content.components.parameters.IfNoneMatch.example;
  delete content.components.parameters.IfMatch.example;
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

start();
