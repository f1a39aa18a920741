import { isUtf8 } from 'node:buffer';
import { Ajv } from 'ajv';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LIMITS } from '../../contract/index.ts';
import { InvalidRequest, invalidRequest, type Malformation, Refusal } from '../refusal.ts';
import { isPlainJson } from './plain-json.ts';
import { type SchemaError, toMalformations } from './schema-faults.ts';
import { jsonFaults } from './strict-json.ts';

/** How many faults of a body are told at the most. */
const MOST_FAULTS = 20;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came. */
    bodyText: string;
  }
  interface FastifyContextConfig {
    /** Fields in which the route itself passes over what cannot be kept; in all others it is refused. */
    passesOver?: ReadonlySet<string>;
  }
}

/** Bodies are JSON, and are checked against the contract as they are: nothing is converted, removed or added. */
export function validateBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  app.decorateRequest('bodyText', '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, sent, done) => {
    try {
      request.bodyText = readText(request, sent);
    } catch (error) {
      return done(error as Error);
    }
    // It calls back, and returns nothing.
    void parseJson(request, request.bodyText, (error, body) => {
      done(error ?? textRefusal(request, body), body);
    });
  });
  app.setValidatorCompiler(({ schema }) => checkOf(schema as object));
  app.setSchemaErrorFormatter((errors) => toRefusal(toMalformations(errors)));
}

/** The refusal of a body that is JSON and no text that can be kept, with all that the schema has against it. */
function textRefusal(request: FastifyRequest, body: unknown): Refusal | null {
  if (isPlainJson(request.bodyText, body)) return null;
  const { config, schema } = request.routeOptions;
  const faults = jsonFaults(request.bodyText, config.passesOver ?? new Set(), MOST_FAULTS);
  if (faults.length === 0) return null;
  const check = schema?.body ? checkOf(schema.body) : undefined;
  const others = check && !check(body) ? toMalformations(check.errors ?? []) : [];
  const told = new Set(faults.map(({ path }) => path));
  return toRefusal([...faults, ...others.filter(({ path }) => !told.has(path))]);
}

function toRefusal([first, ...others]: readonly Malformation[]): Refusal {
  if (!first) return new Refusal('invalid-request', {});
  return new InvalidRequest([first, ...others.slice(0, MOST_FAULTS - 1)]);
}

/** Whether a body is what a schema takes; what is wrong with the last one is in `errors`. */
interface Check {
  (body: unknown): boolean;
  errors?: SchemaError[];
}

const options = { strict: false, verbose: true, validateFormats: false } as const;
const quick = new Ajv(options);
const thorough = new Ajv({ ...options, allErrors: true });
const checks = new WeakMap<object, Check>();

function checkOf(schema: object): Check {
  const known = checks.get(schema);
  if (known) return known;
  const first = quick.compile(schema);
  const check: Check = (body) => {
    if (first(body)) return true;
    // Compiled once it is needed, and kept by ajv.
    const all = thorough.compile(schema);
    check.errors = (all(shortened(body)) ? first : all).errors ?? [];
    return false;
  };
  checks.set(schema, check);
  return check;
}

/** What is too long is told as such, and not looked at to its end. */
function shortened(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const entries = Object.entries(body as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, shorten(value)]));
}

function shorten(value: unknown): unknown {
  const most = Math.max(LIMITS.items, LIMITS.attributes) + 1;
  if (Array.isArray(value)) return value.slice(0, most);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).slice(0, most));
}

/** @throws {Refusal} where it is packed, or no UTF-8 */
function readText({ headers }: FastifyRequest, sent: Buffer): string {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw unsupported(`content-encoding: expected none, got ${encoding.slice(0, 40)}`);
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '') ?? [];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw unsupported(`content-type: expected UTF-8, got ${charset.slice(0, 40)}`);
  if (!isUtf8(sent)) throw invalidRequest('/', 'expected UTF-8');
  return sent.toString();
}

function unsupported(problem: string): Refusal {
  return new Refusal('unsupported-media-type', {}, {}, problem);
}
