// @ts-check
import { createHash } from 'node:crypto';

const THIS_MACHINE = 'http://127.0.0.1:* http://localhost:*';
/** The shop's own files, and an upsell service on this machine: its offers, its launcher script and the frames of that. */
const POLICY = [
  "default-src 'self'",
  `connect-src 'self' ${THIS_MACHINE}`,
  `frame-src ${THIS_MACHINE}`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
];
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The Content-Security-Policy of a page: the shop's own files, and the inline scripts that the page was built with (Next.js
 * and Nuxt write some), by their hashes.
 * @param {string} html
 */
export function pagePolicy(html) {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => text);
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...POLICY, `script-src 'self' ${[THIS_MACHINE, ...new Set(hashes)].join(' ')}`].join('; ');
}
