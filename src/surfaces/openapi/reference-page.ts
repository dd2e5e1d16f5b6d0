import { newToken } from '#platform/crypto';

/** Everything from this server alone; the program's own styles come with the page's nonce. */
export function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The program writes style attributes; it shows nothing but our own document.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page at `/docs`, with the nonce that its styles carry. */
export function referencePage(): { html: string; nonce: string } {
  const nonce = newToken('');
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta property="csp-nonce" content="${nonce}" />
    <title>Kith API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
  </head>
  <body>
    <div id="reference"></div>
    <noscript>This page needs JavaScript. The description for programs is at <a href="/openapi.json">/openapi.json</a>.</noscript>
    <script src="/docs/nonce.js"></script>
    <script src="/docs/reference.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
  return { html, nonce };
}

/** Some of the program's styles would come without the nonce of the page. */
export const referenceNonce = `const { content } = document.querySelector('meta[property=csp-nonce]');
const create = document.createElement;
document.createElement = (...details) => {
  const element = create.apply(document, details);
  if (element instanceof HTMLStyleElement) element.nonce = content;
  return element;
};
`;

/** Starts the reference: no fonts, proxies, statistics or assistants of others. */
export const referenceStart = `Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  persistAuth: false,
  defaultOpenFirstTag: false,
  authentication: { preferredSecurityScheme: 'apiKey' },
});
`;
