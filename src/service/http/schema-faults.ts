import type { ErrorObject } from 'ajv';
import type { Malformation } from '../refusal.ts';
import { isRecord } from '../../model/index.ts';
import { toPointer } from './pointer.ts';

/** An error of ajv, as `verbose` tells it. */
export type SchemaError = Pick<
  ErrorObject,
  'instancePath' | 'schemaPath' | 'keyword' | 'params' | 'message' | 'parentSchema' | 'data' | 'propertyName'
>;

/** What is wrong, by path and without what was sent: one problem a path. */
export function toMalformations(errors: readonly SchemaError[]): Malformation[] {
  const found = new Map<string, Malformation>();
  for (const error of withoutBranches(errors)) {
    const path = pathOf(error);
    if (!found.has(path)) found.set(path, { path, problem: problemOf(error) });
  }
  return [...found.values()];
}

function pathOf({ instancePath, keyword, params, propertyName }: SchemaError): string {
  const { missingProperty } = params as { missingProperty?: string };
  const name = keyword === 'required' ? missingProperty : propertyName;
  return toPointer(name === undefined ? [] : [name], instancePath);
}

function problemOf({ keyword, params, message = '', parentSchema }: SchemaError): string {
  if (keyword === 'required') return toSentence('expected this field', propertyOf(parentSchema, params));
  const { description } = (parentSchema ?? {}) as { description?: string };
  return toSentence(message, description);
}

function propertyOf(parentSchema: unknown, { missingProperty }: Record<string, unknown>): string | undefined {
  const { properties = {} } = (parentSchema ?? {}) as {
    properties?: Record<string, { description?: string }>;
  };
  return properties[String(missingProperty)]?.description;
}

function toSentence(message: string, description: string | undefined): string {
  return description === undefined ? message : `${message} (${description})`;
}

/** Of a value that no branch of a union takes: the errors of the branch that it is meant for, or that none does. */
function withoutBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  // The innermost first: what is left of it counts in the branch that it is in.
  unions.sort((a, b) => b.schemaPath.length - a.schemaPath.length);
  let left: readonly SchemaError[] = errors.filter(({ keyword }) => keyword !== 'propertyNames');
  for (const union of unions) {
    const inside = left.filter((error) => isInside(error, union));
    const told = isRecord(union.data) ? meantBranch(inside, union) : undefined;
    const dropped = new Set(told ? [union, ...inside.filter((error) => !told.includes(error))] : inside);
    left = left.filter((error) => !dropped.has(error));
  }
  return left;
}

function isInside(error: SchemaError, union: SchemaError): boolean {
  const isBelow = `${error.instancePath}/`.startsWith(`${union.instancePath}/`);
  return isBelow && error.schemaPath.startsWith(`${union.schemaPath}/`);
}

/** The errors of the branch with the fewest; undefined where two have as few and miss a field. */
function meantBranch(inside: readonly SchemaError[], union: SchemaError): readonly SchemaError[] | undefined {
  const branches: Record<string, SchemaError[]> = {};
  for (const error of inside) {
    const [branch = ''] = error.schemaPath.slice(union.schemaPath.length + 1).split('/');
    branches[branch] = [...(branches[branch] ?? []), error];
  }
  const counted = Object.values(branches).sort((a, b) => a.length - b.length);
  const fewest = counted.filter(({ length }) => length === counted[0]?.length);
  const deeper = fewest.find((branch) => branch.every((error) => error.instancePath !== union.instancePath));
  return deeper ?? (fewest.length === 1 ? fewest[0] : undefined);
}
