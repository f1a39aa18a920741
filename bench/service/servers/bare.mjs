import { Ajv } from 'ajv';
import { fastify } from 'fastify';
import { ENDPOINTS } from '../../../src/contract/index.ts';
import { answerParent } from './answer-parent.mjs';

/** fastify with the contract's schemas, checked by ajv as the service has it, and nothing else: it answers what it is told to. */
const ajv = new Ajv({ strict: false, validateFormats: false });
const app = fastify();
app.setValidatorCompiler(({ schema }) => ajv.compile(schema));

/** @type {Record<string, unknown>} */
const answers = {};
for (const { method, path: url, request: body } of Object.values(ENDPOINTS))
  app.route({ method, url, schema: { body }, handler: async () => answers[url] });

const url = await app.listen({ host: '127.0.0.1', port: 0 });
answerParent({
  url: () => url,
  answer({ path, text }) {
    answers[path] = JSON.parse(text);
  },
});
