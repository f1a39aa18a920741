import assert from 'node:assert/strict';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { createSqliteStore } from '../../../src/service/store/sqlite-store.ts';
import { temporaryFile } from './temporary-file.ts';

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

/** The modes of the files of a database that is open. */
async function modes(t: TestContext, prepare: (file: string) => void = () => undefined) {
  const { file, remove } = temporaryFile();
  t.after(remove);
  const usual = process.umask(0);
  try {
    prepare(file);
    const store = await createSqliteStore({ file });
    t.after(() => store.close());
    await store.transaction((tx) => tx.run(`INSERT INTO account (account_id, created_at) VALUES ('1', 0)`));
  } finally {
    process.umask(usual);
  }
  return [file, `${file}-wal`].filter(existsSync).map(modeOf);
}

describe('the file of a database', () => {
  it('is its owner’s alone, and so is what is beside it', async (t) => {
    assert.deepEqual(await modes(t), ['600', '600']);
  });

  it('is made so where it was not', async (t) => {
    const found = await modes(t, (file) => {
      writeFileSync(file, '');
      chmodSync(file, 0o644);
    });
    assert.deepEqual(found, ['600', '600']);
  });

  it('is left as it is where others cannot read it anyway', async (t) => {
    const found = await modes(t, (file) => {
      writeFileSync(file, '');
      chmodSync(file, 0o700);
    });
    assert.equal(found[0], '700');
  });
});
