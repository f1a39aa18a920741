import { DatabaseSync } from 'node:sqlite';

/** Loaded before a process that migrates: it is killed once the holds have ended and the index is not made. */
const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...rest: []) {
  if (sql.includes('INDEX hold_in_force ON hold (account_id, cart_item_id)'))
    process.kill(process.pid, 'SIGKILL');
  return prepare.call(this, sql, ...rest);
};
