import type { Static, TSchema } from 'typebox';
import type { ErrorCode as DeclaredErrorCode } from '../../src/contract/errors.ts';
import type { SCHEMAS } from '../../src/contract/schemas.ts';
import type { ErrorCode } from '../../src/contract/wire.ts';
import type { WireTypes } from '../../src/contract/wire/by-name.ts';
import type { Frozen, Same } from './same.ts';

type Flat<Groups> = Groups extends Record<string, infer Group> ? UnionToIntersection<Group> : never;
type UnionToIntersection<T> = (T extends unknown ? (given: T) => void : never) extends (
  given: infer All,
) => void
  ? All
  : never;
type Schemas = Flat<typeof SCHEMAS>;

/** The names whose generated type is not what their schema says. */
type Drift = {
  [Name in keyof Schemas & keyof WireTypes]: Schemas[Name] extends TSchema
    ? Same<Frozen<Static<Schemas[Name]>>, Frozen<WireTypes[Name]>> extends true
      ? never
      : Name
    : Name;
}[keyof Schemas & keyof WireTypes];

/** The compiler refuses this line as soon as one name has drifted. */
export const noDrift: [Drift] extends [never] ? true : Drift = true;
/** They are compared by name, so both sides must know the same ones. */
export const allNames: Same<keyof Schemas, keyof WireTypes> = true;
/** The comparison itself sees a difference as small as an optional field. */
export const seesDifferences: Same<{ a: string }, { a?: string }> = false;
export const sameCodes: Same<ErrorCode, DeclaredErrorCode> = true;
