import { Ajv, type ErrorObject } from 'ajv';
import type { FastifyInstance } from 'fastify';
import { invalidRequest, type Refusal } from '../refusal.ts';

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
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, sent, done) => {
    const text = request.routeOptions.config.mendsText ? mend(sent) : sent;
    for (const [, escape] of text.matchAll(ESCAPES))
      if (escape !== undefined)
        return done(
          invalidRequest('/', `expected text without NUL and unpaired surrogates, got \\${escape}`),
        );
    request.bodyText = text;
    // It calls back, and returns nothing.
    void parseJson(request, text, done);
  });
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
  app.setSchemaErrorFormatter((errors) => toRefusal(errors));
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
