import { Ajv, type ErrorObject } from 'ajv';
import type { FastifyInstance } from 'fastify';
import { invalidRequest, Refusal } from '../refusal.ts';
import { findJsonFault } from './strict-json.ts';

/** Every escape in a text of JSON; the first group has what no database keeps in a text: NUL, and half of a surrogate pair. */
const ESCAPES = /\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u0000|u[dD][89a-fA-F]..)|[^])/g;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came. */
    bodyText: string;
  }
  interface FastifyContextConfig {
    /** True: what no database keeps in a text is replaced in the body; else it is refused. */
    mendsText?: boolean;
  }
}

/** Bodies are JSON, and are checked against the contract as they are: nothing is converted, removed or added. */
export function validateBodies(app: FastifyInstance): void {
  const ajv = new Ajv({ strict: false, verbose: true, validateFormats: false });
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  app.decorateRequest('bodyText', '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, sent, done) => {
    const { mendsText = false } = request.routeOptions.config;
    try {
      request.bodyText = readText(request.headers['content-encoding'], sent, mendsText);
    } catch (error) {
      return done(error as Error);
    }
    // It calls back, and returns nothing.
    void parseJson(request, request.bodyText, (error, body) => {
      const fault = error ? undefined : findJsonFault(request.bodyText, !mendsText);
      done(fault ? invalidRequest(fault.path, fault.problem) : error, body);
    });
  });
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
  app.setSchemaErrorFormatter((errors) => toRefusal(errors));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {Refusal} where it is packed, no UTF-8, or text that no database keeps */
function readText(encoding: string | undefined, sent: Buffer, mendsText: boolean): string {
  if (encoding !== undefined && encoding !== 'identity') {
    const refusal = new Refusal('unsupported-media-type', {});
    refusal.message = `content-encoding: expected none, got ${encoding}`;
    throw refusal;
  }
  const text = mendsText ? mend(decode(sent)) : decode(sent);
  for (const [, escape] of text.matchAll(ESCAPES))
    if (escape !== undefined)
      throw invalidRequest('/', `expected text without NUL and unpaired surrogates, got \\${escape}`);
  return text;
}

function decode(sent: Buffer): string {
  try {
    return utf8.decode(sent);
  } catch {
    // Its error says no more.
    throw invalidRequest('/', 'expected UTF-8');
  }
}

function mend(text: string): string {
  return text.replace(ESCAPES, (escape, unkept?: string) => (unkept === undefined ? escape : '\\ufffd'));
}

type Seen = Pick<ErrorObject, 'instancePath' | 'message' | 'parentSchema'>;

/** The last error is the outermost: it says what was expected, and not what one branch of it would have taken. */
function toRefusal(errors: readonly Seen[]): Refusal {
  const { instancePath = '', message = '', parentSchema } = errors.at(-1) ?? {};
  const { description } = (parentSchema ?? {}) as { description?: string };
  return invalidRequest(instancePath || '/', description ? `${message} (${description})` : message);
}
