import ts from 'typescript';

/** A schema of an OpenAPI document, as far as a type can say what it says. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly not?: Schema;
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

const { TypeFlags } = ts;
/** The one flag that a type of this kind has; what is not here is compared by its parts. */
const FLAGS: Readonly<Record<string, ts.TypeFlags>> = {
  string: TypeFlags.String,
  number: TypeFlags.Number,
  integer: TypeFlags.Number,
};
const NOTHING = TypeFlags.Undefined | TypeFlags.Never;

/**
 * Compares types with the schemas of a document, part by part, by what the compiler knows of them: neither is made of the other
 * here. Bounds, patterns and formats have no type and are passed over.
 */
export class TypeComparison {
  readonly #checker: ts.TypeChecker;
  readonly #schemas: Readonly<Record<string, Schema>>;

  constructor(checker: ts.TypeChecker, schemas: Readonly<Record<string, Schema>>) {
    this.#checker = checker;
    this.#schemas = schemas;
  }

  /** Where they differ, each by its path from `at`; nothing where one takes exactly what the other takes. */
  differences(type: ts.Type, schema: Schema, at: string): string[] {
    const types = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & NOTHING));
    const schemas = this.#alternatives(schema);
    const missing = schemas.flatMap((one) => {
      const tried = types.map((candidate) => this.#alone(candidate, one, at));
      return fewest(tried) ?? [`${at}: the type has no ${nameOf(one)}`];
    });
    const added = types.filter((one) => schemas.every((other) => this.#alone(one, other, at).length > 0));
    return [...missing, ...added.map((one) => `${at}: no schema for ${this.#checker.typeToString(one)}`)];
  }

  /** The schemas of which a value fits one. */
  #alternatives(schema: Schema): readonly Schema[] {
    const { $ref, anyOf, not, type } = schema;
    if ($ref !== undefined) return this.#alternatives(this.#schemas[$ref.split('/').at(-1) ?? ''] ?? {});
    if (anyOf) return anyOf.flatMap((one) => this.#alternatives(one));
    if (schema.enum) return schema.enum.map((value) => ({ const: value }));
    if (not) return [];
    return type === 'boolean' && !('const' in schema) ? [{ const: true }, { const: false }] : [schema];
  }

  #alone(type: ts.Type, schema: Schema, at: string): string[] {
    const unlike = [`${at}: the type has ${this.#checker.typeToString(type)} for ${nameOf(schema)}`];
    if ('const' in schema)
      return this.#checker.typeToString(type) === JSON.stringify(schema.const) ? [] : unlike;
    const flag = FLAGS[schema.type ?? ''];
    if (flag !== undefined) return type.flags & flag ? [] : unlike;
    if (schema.type === 'array') return this.#list(type, schema, at) ?? unlike;
    const isObject = schema.type === 'object' && type.flags & TypeFlags.Object && !this.#itemOf(type);
    return isObject || type.isIntersection() ? this.#fields(type, schema, at) : unlike;
  }

  #list(type: ts.Type, { items = {} }: Schema, at: string): string[] | undefined {
    const item = this.#itemOf(type);
    return item && this.differences(item, items, `${at}[]`);
  }

  #itemOf(type: ts.Type): ts.Type | undefined {
    return this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  }

  #fields(type: ts.Type, schema: Schema, at: string): string[] {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = new Map(type.getProperties().map((field) => [field.name, field]));
    const names = new Set([...fields.keys(), ...Object.keys(properties)]);
    const found = [...names].flatMap((name) => {
      const [field, inner, path] = [fields.get(name), properties[name], `${at}.${name}`];
      if (!field || !inner) return [`${path}: only ${field ? 'the type' : 'the document'} has it`];
      const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0;
      if (isOptional === required.includes(name))
        return [`${path}: it is optional only by ${isOptional ? 'the type' : 'the document'}`];
      return this.differences(this.#checker.getTypeOfSymbol(field), inner, path);
    });
    return schema.properties ? found : [...found, ...this.#others(type, additionalProperties, `${at}.*`)];
  }

  /** Of an object without fields of its own: what any field of it may be. */
  #others(type: ts.Type, values: boolean | Schema = true, at: string): string[] {
    const index = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (!index) return [`${at}: the type has no fields of any name`];
    if (typeof values === 'object') return this.differences(index, values, at);
    const flag = values ? TypeFlags.Unknown : TypeFlags.Never;
    return index.flags & flag ? [] : [`${at}: the type has ${this.#checker.typeToString(index)}`];
  }
}

function nameOf(schema: Schema): string {
  return 'const' in schema ? JSON.stringify(schema.const) : (schema.type ?? 'schema');
}

/** The shortest of some lists; undefined where there is none. */
function fewest(lists: readonly string[][]): string[] | undefined {
  return [...lists].sort((one, other) => one.length - other.length)[0];
}
