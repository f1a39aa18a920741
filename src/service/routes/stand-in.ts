import type { FastifyInstance, FastifyReply } from 'fastify';
import { LAUNCHER_PATH } from '../../model/index.ts';
import { html } from '../http/html.ts';
import { PublishedScript } from '../published-files.ts';
import type { Manners, Service } from './service.ts';

/**
 * The stand-in for Rokt's launcher: `launcher.js` for any page, and `frame.html` with `frame.js`, in which it chooses and draws
 * the offers of an account, for the pages of the account's own origins.
 */
export function addStandInRoutes(app: FastifyInstance, service: Service): void {
  for (const name of ['launcher.js', 'frame.js'] as const) {
    const script = new PublishedScript(`dist/standin/${name}`);
    app.get(`${LAUNCHER_PATH}/${name}`, (request, reply) =>
      sendScript(reply, script, request.headers['if-none-match']),
    );
  }
  app.get(`${LAUNCHER_PATH}/frame.html`, async (request, reply) => {
    const asked = request.query as Asked;
    const ancestors = await pagesAllowed(service, asked);
    return sendFrame(reply, mannersFor(service, asked), ancestors);
  });
}

/** The account whose offers a frame is for, and the origin of the page that it speaks to. */
interface Asked {
  readonly accountId?: unknown;
  readonly origin?: unknown;
}

/** The origins of the pages that the frame may be in; undefined where that of its page is none of them. */
async function pagesAllowed(
  { accounts, allowsOrigin }: Service,
  { accountId, origin }: Asked,
): Promise<readonly string[] | undefined> {
  if (typeof accountId !== 'string' || typeof origin !== 'string') return undefined;
  const account = await accounts.byId(accountId);
  if (!account) return undefined;
  const origins = [...account.allowedOrigins];
  if (origins.includes(origin)) return origins;
  return allowsOrigin(origin) ? [...origins, origin] : undefined;
}

/** Those of the account, where its catalogue says them. */
function mannersFor({ catalogues, manners }: Service, { accountId }: Asked): Manners {
  if (typeof accountId !== 'string') return manners;
  return catalogues.of(accountId).standInManners ?? manners;
}

function sendScript(
  reply: FastifyReply,
  { text, etag }: PublishedScript,
  known: string | undefined,
): FastifyReply {
  reply.headers({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    // A script and its frames are of one version.
    'cache-control': 'no-cache',
    etag,
  });
  if (known === etag) return reply.code(304).send();
  return reply.type('text/javascript; charset=utf-8').send(text);
}

/** What draws nothing but the offers. A page that is refused may have it too, and is told so by it. */
function sendFrame(
  reply: FastifyReply,
  manners: Manners,
  ancestors: readonly string[] | undefined,
): FastifyReply {
  const rules = [
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src * data:; base-uri 'none'; form-action 'none'",
    // The offers are drawn without markup: no text becomes a script here, and no policy could let it.
    "require-trusted-types-for 'script'; trusted-types 'none'",
    ...(ancestors ? [`frame-ancestors ${ancestors.join(' ')}`] : []),
  ];
  const refused = ancestors ? '' : 'refused';
  const page = html`<!doctype html>
    <html data-manners="${manners}" data-answer="${refused}">
      <head>
        <meta charset="utf-8" />
        <title>Offers</title>
        <script src="frame.js" defer></script>
      </head>
      <body></body>
    </html>`;
  return reply
    .code(ancestors ? 200 : 403)
    .headers({
      'content-security-policy': rules.join('; '),
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(page.text);
}
