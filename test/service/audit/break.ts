import type { openSoldShop } from './sold-shop.ts';

/** A shop with all that has happened in it. */
export type Sold = Awaited<ReturnType<typeof openSoldShop>>;

/** What is broken: the statement that does it, given the ids of the shop; the rule that it breaks; what the finding names. */
export interface Break {
  readonly sql: (ids: Sold['ids']) => readonly string[];
  readonly rule: string;
  readonly names: (ids: Sold['ids']) => RegExp;
}

/** The row of a reservation. */
export const of = (id: string) => `WHERE reservation_id = '${id}'`;
/** A finding that names what is called so in the shop. */
export const named = (name: keyof Sold['ids']) => (ids: Sold['ids']) => new RegExp(`\\b${ids[name]}\\b`);
/** What breaks `rule` by these statements. */
export const row = (
  rule: string,
  names: Break['names'],
  ...sql: ((ids: Sold['ids']) => string)[]
): Break => ({
  rule,
  names,
  sql: (ids) => sql.map((one) => one(ids)),
});
/** Doubles the rows of `where`, but for what is changed. */
export const copied = (table: string, where: string, changed: string) => {
  const [column = '', value = ''] = changed.split(' = ');
  return [
    `CREATE TABLE copied AS SELECT * FROM ${table} ${where}`,
    `UPDATE copied SET ${column} = ${value}`,
    `INSERT INTO ${table} SELECT * FROM copied`,
    'DROP TABLE copied',
  ];
};
