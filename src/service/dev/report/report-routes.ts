import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import type { DevAccount } from '../dev-account.ts';
import { FIRST_ACCOUNT } from '../first-account.ts';
import { reportAsJunit } from './report-junit.ts';
import { ChargeBody, ReportBody, ReportQuery } from './report-schema.ts';
import type { Report } from './report.ts';

interface Asked {
  Params: { accountId?: string };
  Querystring: Static<typeof ReportQuery>;
}

/** Adds the verdict on an account, and what its tests say of the money; without an account in the path it is the first one's. */
export function addReportRoutes(dev: FastifyInstance, account: (accountId: string) => DevAccount): void {
  for (const prefix of ['', '/accounts/:accountId']) {
    dev.get<Asked>(
      `${prefix}/report`,
      { schema: { querystring: ReportQuery, response: { 200: ReportBody } } },
      async ({ params, query, headers }, reply) => {
        const report = await account(params.accountId ?? FIRST_ACCOUNT.accountId).report();
        return wantsJunit(query.format, headers.accept) ? sendJunit(reply, report) : report;
      },
    );

    dev.post<Pick<Asked, 'Params'> & { Body: Static<typeof ChargeBody> }>(
      `${prefix}/charges`,
      { schema: { body: ChargeBody } },
      async ({ params, body }, reply) => {
        account(params.accountId ?? FIRST_ACCOUNT.accountId).charged(body);
        return reply.code(201).send(body);
      },
    );
  }
}

function wantsJunit(format: string | undefined, accept = ''): boolean {
  return format === undefined ? /\b(application|text)\/xml\b/.test(accept) : format === 'junit';
}

function sendJunit(reply: FastifyReply, report: Report): FastifyReply {
  return reply.type('application/xml; charset=utf-8').send(reportAsJunit(report));
}
