import { DatabaseSync } from 'node:sqlite';

/** Rows as they are in a table. */
export type Rows = Record<string, unknown>[];

/** A database file that no store has open, as its tables have it. */
export function rawFile(file: string) {
  const read = (sql: string): Rows => {
    const database = new DatabaseSync(file);
    try {
      return database
        .prepare(sql)
        .all()
        .map((row): Record<string, unknown> => ({ ...row }));
    } finally {
      database.close();
    }
  };
  return {
    read,
    write(sql: string): void {
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
    },
    /** Everything that is in it, table by table. */
    everything(): Record<string, Rows> {
      const names = read(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`);
      return Object.fromEntries(
        names.map(({ name }) => [String(name), read(`SELECT * FROM ${String(name)}`)]),
      );
    },
  };
}
