import { format } from 'prettier';
import { ENDPOINTS, HEADERS } from '../../src/contract/endpoints.ts';
import { ERRORS } from '../../src/contract/errors.ts';
import { SessionId } from '../../src/contract/fields.ts';
import { SCHEMAS } from '../../src/contract/schemas.ts';
import { readSamples } from './samples.mjs';

/** @typedef {import('./print-type.mjs').Schema} Schema */
/** @typedef {import('../../src/contract/endpoints.ts').Endpoint} Endpoint */

const samples = readSamples();
/** What a session is, without what it is for. */
const sessionId = { ...JSON.parse(JSON.stringify(SessionId)), description: undefined };
const headerTexts = {
  apiKey: 'The account’s API key.',
  tagId: 'A tag of the account.',
  sessionId: 'Pairs the calls of one shopper. It is no right of access.',
  idempotencyKey: 'The same for every attempt at one call, in ASCII; kept for 24 hours.',
  acceptLanguage: 'A locale or a language: only offers that match it count.',
};
const rules = {
  required: '',
  optional: '',
  'with-items': ' Required as soon as the request has an item.',
};
/** @type {Record<string, Schema>} */
const retryAfter = { 'retry-after': { description: 'In seconds.', schema: { type: 'integer' } } };

/** Of every answer. */
const requestId = {
  'x-request-id': {
    description: 'Names the request in the service’s log; the proxy’s own where it is trusted.',
    schema: { type: 'string' },
  },
};

const allow = { allow: { description: 'The methods that there are.', schema: { type: 'string' } } };
/**
 * What an error's headers say, by status.
 * @type {Record<number, Schema>}
 */
const headersOf = { 405: allow, 409: retryAfter, 429: retryAfter, 503: retryAfter };

/** The text of openapi.json, made of the table of endpoints and the schemas. */
export async function openApiFile() {
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Transaction API',
      version: '1.0.0',
      summary: 'Reserve, confirm and release upsells from the partner’s server.',
      description:
        'Rokt’s transaction API as far as it is public, as `rokt-upsell serve` answers it. Error codes, outcomes, idempotency, the body of cancel and `/v1/selections` are this project’s own.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: Object.fromEntries(
      Object.values(ENDPOINTS).map((endpoint) => [endpoint.path, { post: toOperation(endpoint) }]),
    ),
    webhooks: { confirmed: toWebhook('ItemConfirmed'), cancelled: toWebhook('ItemCancelled') },
    components: {
      schemas: Object.fromEntries(
        Object.values(SCHEMAS).flatMap((group) =>
          Object.entries(group).map(([name, schema]) => [name, toInner(JSON.parse(JSON.stringify(schema)))]),
        ),
      ),
      responses: Object.fromEntries(
        Object.values(ENDPOINTS).flatMap(({ errors }) =>
          errors.map((status) => [status, toErrorResponse(status)]),
        ),
      ),
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: HEADERS.apiKey, description: headerTexts.apiKey },
      },
    },
  };
  return format(JSON.stringify(document), { parser: 'json', printWidth: 110 });
}

/** @param {Endpoint} endpoint */
function toOperation({ operationId, summary, headers, request, answer, errors }) {
  return {
    operationId,
    summary,
    security: headers.apiKey === 'required' ? [{ apiKey: [] }] : [],
    parameters: toParameters(headers),
    requestBody: { required: true, content: toContent(request) },
    responses: {
      200: {
        description: /** @type {Schema} */ (answer).description,
        headers: {
          [HEADERS.sessionId]: { description: headerTexts.sessionId, schema: { type: 'string' } },
          ...requestId,
        },
        content: toContent(answer),
      },
      ...Object.fromEntries(errors.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  };
}

/** @param {Endpoint['headers']} headers */
function toParameters(headers) {
  return Object.entries(headers).flatMap(([key, rule]) => {
    if (key === 'apiKey' || rule === 'unused') return [];
    const name = /** @type {keyof typeof headerTexts} */ (key);
    return {
      name: HEADERS[name],
      in: 'header',
      required: rule === 'required',
      description: headerTexts[name] + rules[rule],
      schema: name === 'sessionId' ? sessionId : { type: 'string' },
    };
  });
}

/** @param {number} status */
function toErrorResponse(status) {
  const rows = Object.entries(ERRORS).filter(([, row]) => 'status' in row && row.status === status);
  const description = rows.map(([code, { message }]) => `\`${code}\`: ${message}.`).join(' ');
  const headers = { ...requestId, ...headersOf[status] };
  if (status === 401) return { description, headers };
  return { description, headers, content: toContent(SCHEMAS.errors.ErrorBody) };
}

/** @param {string} name */
function toWebhook(name) {
  const schema = /** @type {Record<string, Schema>} */ (SCHEMAS.webhook)[name] ?? {};
  const responses = { '2XX': { description: 'Taken.' }, 410: { description: 'Wanted no more.' } };
  return { post: { summary: schema.description, requestBody: { content: toContent(schema) }, responses } };
}

/** @param {Schema} schema */
function toContent(schema) {
  const own = samples.filter((sample) => sample.schema === schema.title);
  const examples = Object.fromEntries(own.map(({ name, value }) => [name, { value }]));
  return { 'application/json': { schema: refer(schema), ...(own.length > 0 ? { examples } : {}) } };
}

/** @param {Schema} schema */
function refer({ title }) {
  return { $ref: `#/components/schemas/${title}` };
}

/**
 * The schema with a reference in the place of every one that has a name.
 * @param {any} value
 * @returns {any}
 */
function toInner(value) {
  if (Array.isArray(value)) return value.map(toReferring);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toReferring(inner)]));
}

/** @param {any} value */
function toReferring(value) {
  return typeof value?.title === 'string' ? refer(value) : toInner(value);
}
