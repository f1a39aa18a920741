import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** HTML that a page may hold as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What is drawn as nothing, or turns the text around it: a name has no use of it. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A template of HTML; every value in it that is no {@link Html} is shown as text. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const texts = values.map((value) => (value instanceof Html ? value.text : escape(String(value))));
  return new Html(String.raw({ raw: parts }, ...texts));
}

function escape(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Sends a page that runs nothing, loads nothing and has this style alone. */
export function sendPage(reply: FastifyReply, page: Html, style: string): FastifyReply {
  const hash = createHash('sha256').update(style).digest('base64');
  return reply
    .headers({
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(page.text);
}

/** True where `accept` names HTML, and does not rather have JSON: what takes anything is no browser. */
export function wantsHtml(accept: string | undefined): boolean {
  const weights = new Map((accept ?? '').toLowerCase().split(',').map(toWeighted));
  const weight = weights.get('text/html') ?? 0;
  const rival = weights.get('application/json') ?? 0;
  return weight > rival;
}

function toWeighted(part: string): [type: string, weight: number] {
  const [type = '', ...parameters] = part.split(';').map((text) => text.trim());
  const quality = parameters.find((text) => text.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return [type, Number.isFinite(weight) ? weight : 0];
}
