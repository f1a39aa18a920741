import { writeSync } from 'node:fs';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';

/** Another process on the file: adds an account and is gone without closing, or says why it cannot. */
const [file = '', accountId = ''] = process.argv.slice(2);
try {
  const store = await createSqliteStore({ file });
  await store.transaction((tx) =>
    tx.run('INSERT INTO account (account_id, created_at) VALUES ($1, $2)', accountId, 0),
  );
  writeSync(1, 'added');
} catch (error) {
  writeSync(1, String(error));
}
process.kill(process.pid, 'SIGKILL');
