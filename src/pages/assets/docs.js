// Starts the API reference over this server's own document; every service the bundle could call elsewhere is off.
async function start() {
  const answer = await fetch("/openapi.json");
  const content = await answer.json();
  // Samples would carry the example: a tag that no answer has.
  delete content.components.parameters.IfNoneMatch.example;
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
