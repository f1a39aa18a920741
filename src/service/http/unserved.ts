import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import { sendError } from './error-answers.ts';

/** A path that is served, by one of its methods. */
interface Served {
  readonly path: RegExp;
  readonly method: string;
}

/** Notes every route that is added from now on; gives the methods by which a path is served. */
export function noteRoutes(app: FastifyInstance): (url: string) => readonly string[] {
  const served: Served[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // Those of preflights are for every path below theirs, which is not there.
    const path = toPattern(url.replace(/\/?\*$/, ''));
    for (const one of [method].flat()) served.push({ path, method: one });
  });
  return (url) => {
    const [path = ''] = url.split('?');
    return served.filter((route) => route.path.test(path)).map(({ method }) => method);
  };
}

/** What no route answers is 405 where another method would be answered, else 404, whatever body comes with it. */
export function answerUnserved(app: FastifyInstance, methodsOf: (url: string) => readonly string[]): void {
  // After everything that a request has to pass, and before its body is looked at.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    done(request.is404 ? refusalOf(methodsOf(request.url)) : null);
  });
  // With one of its own, the scope's hooks count for what no route answers.
  app.setNotFoundHandler((request, reply) => sendError(refusalOf(methodsOf(request.url)), request, reply));
}

function refusalOf(methods: readonly string[]): Refusal {
  if (methods.length === 0) return new Refusal('not-found', {});
  return new Refusal('method-not-allowed', {}, { allow: methods.join(', ') });
}

/** Matches what the router matches: any case, and a slash at the end. */
function toPattern(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')));
  return new RegExp(`^${parts.join('/')}/?$`, 'i');
}
