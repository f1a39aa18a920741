import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsSession, type OperationId, pathOf } from '../../src/client/operations.ts';
import { ENDPOINTS, type HeaderRule } from '../../src/contract/endpoints.ts';

const ids = Object.keys(ENDPOINTS).filter((id): id is OperationId => id !== 'selections');

describe('a call of the client', () => {
  for (const id of ids) {
    it(`${id} goes where the table of endpoints says, and needs a session where it says so`, () => {
      const { path, headers } = ENDPOINTS[id];
      const session: HeaderRule = headers.sessionId;
      assert.equal(pathOf(id), path);
      assert.equal(needsSession(id, true), session === 'required' || session === 'with-items');
      assert.equal(needsSession(id, false), session === 'required');
    });
  }
});
