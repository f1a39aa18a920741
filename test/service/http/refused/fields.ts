import type { TSchema } from 'typebox';

/** A JSON Schema, as far as the requests use it. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly not?: unknown;
  readonly additionalProperties?: Schema | boolean;
  readonly pattern?: string;
  readonly minimum?: number;
}

/** A place in a body. */
export interface Field {
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** Every place of a body that a schema describes; the branches of a union are items of a list, one after the other. */
export function fieldsOf(schema: TSchema): readonly Field[] {
  return below(schema, []);
}

function below(schema: Schema, path: Field['path']): readonly Field[] {
  const inner: Field[] = Object.entries(schema.properties ?? {})
    .filter(([, property]) => property.not === undefined)
    .map(([name, property]) => ({
      path: [...path, name],
      schema: property,
      isRequired: schema.required?.includes(name) ?? false,
    }));
  if (typeof schema.additionalProperties === 'object')
    inner.push({ path: [...path, 'a'], schema: schema.additionalProperties, isRequired: false });
  for (const [index, branch] of itemsOf(schema).entries())
    inner.push({ path: [...path, index], schema: branch, isRequired: false });
  return inner.flatMap((field) => [field, ...below(field.schema, field.path)]);
}

function itemsOf({ items }: Schema): readonly Schema[] {
  if (!items) return [];
  return items.anyOf ?? [items];
}

/** A value that a schema takes, with all that it describes in it. */
export function soundOf(schema: Schema): unknown {
  if (schema.properties) {
    const sound = Object.entries(schema.properties).filter(([, { not }]) => not === undefined);
    return Object.fromEntries(sound.map(([name, property]) => [name, soundOf(property)]));
  }
  if (typeof schema.additionalProperties === 'object') return { a: soundOf(schema.additionalProperties) };
  if (schema.items) return itemsOf(schema).map((item, index, all) => soundItem(item, index, all));
  if (schema.anyOf?.[0]) return soundOf(schema.anyOf[0]);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'string')
    return ['x', 'USD'].find((text) => new RegExp(schema.pattern ?? '').test(text));
  return schema.minimum ?? 1;
}

/** An item that only its own branch takes: nothing is in it that another branch needs. */
function soundItem(item: Schema, index: number, all: readonly Schema[]): object {
  const own = item.required ?? [];
  const others = all.flatMap(({ required = [] }) => required).filter((name) => !own.includes(name));
  const fields = Object.entries(soundOf(item) as object).filter(([name]) => !others.includes(name));
  return { ...Object.fromEntries(fields), cartItemId: `x${index}` };
}
