import { Ajv, type ErrorObject } from 'ajv';
import type { FastifyInstance } from 'fastify';
import { invalidRequest, type Refusal } from './refusal.ts';

/** Text of JSON that has an escaped NUL, which no database keeps in a text. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came. */
    bodyText: string;
  }
}

/** Bodies are JSON, and are checked against the contract as they are: nothing is converted, removed or added. */
export function validateBodies(app: FastifyInstance): void {
  const ajv = new Ajv({ strict: false, verbose: true, validateFormats: false });
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  app.decorateRequest('bodyText', '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (NUL.test(text)) return done(invalidRequest('/', 'expected text without NUL characters'));
    request.bodyText = text;
    // It calls back, and returns nothing.
    void parseJson(request, text, done);
  });
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
  app.setSchemaErrorFormatter((errors) => toRefusal(errors));
}

type Seen = Pick<ErrorObject, 'instancePath' | 'message' | 'parentSchema'>;

/** The last error is the outermost: it says what was expected, and not what one branch of it would have taken. */
function toRefusal(errors: readonly Seen[]): Refusal {
  const { instancePath = '', message = '', parentSchema } = errors.at(-1) ?? {};
  const { description } = (parentSchema ?? {}) as { description?: string };
  return invalidRequest(instancePath || '/', description ? `${message} (${description})` : message);
}
