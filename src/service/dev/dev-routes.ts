import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { CLOSED } from '../../contract/index.ts';
import { CatalogueError } from '../catalogue/check-catalogue.ts';
import { askForToken } from '../http/bearer.ts';
import { invalidRequest, Refusal } from '../refusal.ts';
import { toUtc } from '../to-utc.ts';
import type { Changes } from './changes.ts';
import { addEventRoute, type ConsoleParts } from './console/console-routes.ts';
import type { DevAccount } from './dev-account.ts';
import type { DevAccounts } from './dev-accounts.ts';
import { FIRST_ACCOUNT } from './first-account.ts';
import { addReportRoutes } from './report/report-routes.ts';

/** The last that ISO 8601 writes with four digits of the year. */
const YEAR_9999 = Date.UTC(9999, 11, 31);
const Milliseconds = Type.Integer({
  minimum: 0,
  maximum: YEAR_9999,
  description: 'a whole number of milliseconds',
});
const Positive = Type.Integer({ minimum: 1 });

const AccountBody = Type.Object({ catalogue: Type.Optional(Type.Unknown()) }, CLOSED);
const ClockBody = Type.Object(
  {
    freeze: Type.Optional(Type.Union([Type.Literal(true), Milliseconds])),
    advance: Type.Optional(Milliseconds),
    reset: Type.Optional(Type.Literal(true)),
  },
  { ...CLOSED, minProperties: 1, description: 'one of freeze, advance and reset' },
);
const FaultBody = Type.Object(
  {
    operation: Type.Optional(Type.String()),
    latency: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 600_000, description: 'ms, ten minutes at most' }),
    ),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    untilHungUp: Type.Optional(Type.Boolean()),
    retryAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600, description: 'seconds' })),
    drop: Type.Optional(Type.Union([Type.Literal('request'), Type.Literal('reply')])),
    outcome: Type.Optional(
      Type.Union([
        Type.Literal('sold-out'),
        Type.Literal('too-many-holds'),
        Type.Literal('dearer'),
        Type.Literal('expired'),
      ]),
    ),
    nth: Type.Optional(Positive),
    count: Type.Optional(Positive),
    oncePerBody: Type.Optional(Type.Boolean()),
  },
  CLOSED,
);

type Of = { Params: { accountId: string } };

/** Adds what `startService()` offers to a test in this process, for everybody else: `/_dev`, behind a token. */
export function addDevRoutes(
  app: FastifyInstance,
  token: string,
  accounts: DevAccounts,
  parts: Pick<ConsoleParts, 'clock' | 'log' | 'changes'>,
): void {
  const account = (accountId: string): DevAccount => {
    const found = accounts.find(accountId);
    if (!found) throw new Refusal('not-found', {});
    return found;
  };
  app.register(
    async (dev) => {
      askForToken(dev, token);
      tellOfChanges(dev, parts.changes);

      dev.post<{ Body: Static<typeof AccountBody> }>(
        '/accounts',
        { schema: { body: AccountBody } },
        async ({ body }, reply) => {
          const { accountId, apiKey, tagId } = await accounts.openNew(body).catch(refuseCatalogue);
          return reply.code(201).send({ accountId, apiKey, tagId });
        },
      );

      dev.get<Of>('/accounts/:accountId', async ({ params }) => {
        const found = account(params.accountId);
        const now = toUtc(await found.clock.now());
        return { accountId: found.accountId, now, faults: found.faults.list(), ...(await found.state()) };
      });

      dev.post<Of>('/accounts/:accountId/reset', async ({ params }, reply) => {
        await account(params.accountId).reset();
        return reply.code(204).send();
      });

      addClockAndFaults(dev, account);
      addReportRoutes(dev, account);
      addEventRoute(dev, { ...parts, account, accountIds: () => accounts.ids() });
      dev.get<Of>('/accounts/:accountId/requests', ({ params }) => account(params.accountId).requests());
      dev.get<Of>('/accounts/:accountId/received', ({ params }) => account(params.accountId).received());
    },
    { prefix: '/_dev' },
  );
}

/** What changes the course of an account: its clock, and its faults. */
function addClockAndFaults(dev: FastifyInstance, account: (accountId: string) => DevAccount): void {
  dev.post<Of & { Body: Static<typeof ClockBody> }>(
    '/accounts/:accountId/clock',
    { schema: { body: ClockBody } },
    async ({ params, body: { freeze, advance, reset } }) => {
      const { clock } = account(params.accountId);
      if (reset) await clock.reset();
      if (freeze !== undefined) await clock.freeze(freeze === true ? undefined : freeze);
      if (advance !== undefined) await clock.advance(advance);
      return { now: toUtc(await clock.now()) };
    },
  );

  dev.post<Of & { Body: Static<typeof FaultBody> }>(
    '/accounts/:accountId/faults',
    { schema: { body: FaultBody } },
    async ({ params, body }, reply) => {
      account(params.accountId).faults.add(body);
      return reply.code(201).send(body);
    },
  );

  dev.delete<Of>('/accounts/:accountId/faults', async ({ params }, reply) => {
    account(params.accountId).faults.clear();
    return reply.code(204).send();
  });
}

/** Whatever was done to an account, its consoles look at it. */
function tellOfChanges(dev: FastifyInstance, changes: Changes): void {
  dev.addHook('onResponse', ({ method, params }, _reply, done) => {
    const { accountId = FIRST_ACCOUNT.accountId } = params as Partial<Of['Params']>;
    if (method !== 'GET') changes.tell(accountId);
    done();
  });
}

function refuseCatalogue(error: unknown): never {
  if (error instanceof CatalogueError) throw invalidRequest('/catalogue', error.message);
  throw error;
}
