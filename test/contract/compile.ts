import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);

/** A check that names the faults of a value by their JSON pointers; nothing is coerced, removed or filled in. */
export function compile(schema: TSchema): (value: unknown) => string[] {
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}
