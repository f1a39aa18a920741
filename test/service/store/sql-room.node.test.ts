import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const service = new URL('../../../src/service/', import.meta.url);
const sql =
  /\b(?:SELECT\s[\s\S]{1,400}?\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX)\s|PRAGMA\s+\w)/;

const files = readdirSync(service, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

function speaksSql(file: string): boolean {
  return sql.test(readFileSync(new URL(file, service), 'utf8'));
}

describe('SQL', () => {
  it('is in store/ and nowhere else', () => {
    const rooms = new Set(files.filter(speaksSql).map((file) => file.split('/')[0]));
    assert.deepEqual([...rooms], ['store']);
  });
});
