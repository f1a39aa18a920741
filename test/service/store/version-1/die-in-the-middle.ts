import { DatabaseSync } from 'node:sqlite';

/** Loaded before a process that migrates: it is killed once the first table is done and the second is not. */
const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...rest: []) {
  if (sql.startsWith('UPDATE hold SET unit_price')) process.kill(process.pid, 'SIGKILL');
  return prepare.call(this, sql, ...rest);
};
