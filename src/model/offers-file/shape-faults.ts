import { isRecord } from '../input.ts';
import { type Fault, pathOf } from './fault.ts';

/** What a value has to be: of JSON Schema what can be said of one value by itself, without the words for people. */
export type Shape =
  | { readonly type: 'object'; readonly properties: FieldShapes; readonly required: readonly string[] }
  | { readonly type: 'array'; readonly items: Shape }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
  | {
      readonly type: 'string';
      readonly minLength?: number;
      /** It comes with a description, since nobody reads patterns. */
      readonly pattern?: string;
      readonly description?: string;
    };

/** The shapes of an object's fields. */
export type FieldShapes = Readonly<Record<string, Shape>>;

/** Where `value` has another shape, and what it should have been there. Fields that the shape does not name are let be. */
export function shapeFaults(value: unknown, shape: Shape, path = ''): Fault[] {
  if (shape.type === 'object') return objectFaults(value, shape, path);
  if (shape.type === 'array') {
    if (!Array.isArray(value)) return [{ path, expected: 'an array', got: value }];
    return value.flatMap((entry: unknown, index) => shapeFaults(entry, shape.items, `${path}[${index}]`));
  }
  const what = expectation(value, shape);
  return what === null ? [] : [{ path, expected: what, got: value }];
}

function objectFaults(value: unknown, shape: Extract<Shape, { type: 'object' }>, path: string): Fault[] {
  if (!isRecord(value)) return [{ path: path || 'offers', expected: 'an object', got: value }];
  return Object.entries(shape.properties).flatMap(([name, inner]) => {
    if (value[name] === undefined && !shape.required.includes(name)) return [];
    return shapeFaults(value[name], inner, pathOf(path, name));
  });
}

/** What a single value should have been; null where it is that. */
function expectation(value: unknown, shape: Exclude<Shape, { type: 'object' | 'array' }>): string | null {
  switch (shape.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'string':
      return textFault(value, shape);
    default: {
      const { type, minimum = -Infinity, maximum = Infinity } = shape;
      const kind = type === 'integer' ? 'a whole number' : 'a number';
      const isKind = type === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
      if (!isKind || (value as number) < minimum)
        return shape.minimum === undefined ? kind : `${kind} of at least ${minimum}`;
      return (value as number) > maximum ? `at most ${maximum}` : null;
    }
  }
}

function textFault(value: unknown, shape: Extract<Shape, { type: 'string' }>): string | null {
  const { minLength = 0, pattern, description } = shape;
  if (pattern !== undefined) {
    const isLike =
      typeof value === 'string' && value.length >= minLength && new RegExp(pattern, 'u').test(value);
    return isLike ? null : `${description}`;
  }
  if (minLength > 0) return typeof value === 'string' && value !== '' ? null : 'a non-empty string';
  return typeof value === 'string' ? null : 'a string';
}
