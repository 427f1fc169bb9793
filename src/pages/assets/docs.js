// Starts the API reference over this server's own document; every service the bundle could call elsewhere is off.
const { href } = document.querySelector("link[rel=service-desc]");
Scalar.createApiReference("#reference", {
  url: href,
  // The page may send requests to its own server only, however others reach it.
  servers: [{ url: new URL(".", href).href.replace(/\/$/, "") }],
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
