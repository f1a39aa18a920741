import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from '../../http/html.ts';

/** The page alone: what is in it brings its own style sheets. */
const STYLE = `
:root { color-scheme: light dark; background: light-dark(#f6f5f8, #131216); }
body { margin: 0; font: 0.9375rem/1.4 system-ui, sans-serif; color: light-dark(#1c1b1f, #f1eff4); }
noscript { display: block; padding: 2rem; }
`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const PAGE = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Upsell console</title>
      <link rel="icon" href="data:," />
      ${new Html(`<style>${STYLE}</style>`)}
      <script type="module" src="/_dev/console/console.js"></script>
    </head>
    <body>
      <upsell-console></upsell-console>
      <noscript>The console needs JavaScript.</noscript>
    </body>
  </html> `;

/** Sends the page of the console. There is nothing in it of any account: its script asks for that, with the token. */
export function sendConsole(reply: FastifyReply): FastifyReply {
  return reply
    .headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(PAGE.text);
}
