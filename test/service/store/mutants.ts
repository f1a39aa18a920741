import type { Mutant } from '../../support/mutants/mutant.ts';

/** Faults of a store that answers for more than it has written, each with the suite that has to find it. */
export const mutants: readonly (Mutant & { readonly suite: string })[] = [
  {
    name: 'answer before the COMMIT',
    file: 'service/store/group-commit.ts',
    find: 'answers.push(await run(member));',
    replace: '(await run(member))();',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'keep what a failing member did',
    file: 'service/store/group-commit.ts',
    find: 'this.#steps.undo.run();',
    replace: '',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'go on beside what a failing member did',
    file: 'service/store/group-commit.ts',
    find: 'if (!tx.hasOnlyRead) throw error;',
    replace: '',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'take rows that are changed for rows that are read',
    file: 'service/store/guarded-transaction.ts',
    find: "this.#hasWritten ||= !sql.startsWith('SELECT');",
    replace: '',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'refuse all when one spoils the COMMIT',
    file: 'service/store/group-commit.ts',
    find: 'for (const member of members) await this.#commitAlone(member);',
    replace: "for (const member of members) member.reject(new Error('no'));",
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'go on when the disk has ended the transaction',
    file: 'service/store/group-commit.ts',
    find: '      this.#steps.undo.run();\n      this.#steps.release.run();\n',
    replace: '      try { this.#steps.undo.run(); this.#steps.release.run(); } catch {}\n',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'wait for company',
    file: 'service/store/group-commit.ts',
    find: 'setImmediate(resolve)',
    replace: 'setTimeout(resolve, 1)',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'take all that wait into one turn',
    file: 'service/store/group-commit.ts',
    find: 'splice(0, groupSize)',
    replace: 'splice(0)',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'take a swallowed error for success',
    file: 'service/store/guarded-transaction.ts',
    find: 'if (this.#failure) throw this.#failure.error;',
    replace: '',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'run statements after one has failed',
    file: 'service/store/guarded-transaction.ts',
    find: 'if (this.#failure) {',
    replace: 'if (this.#failure && this.#isOver) {',
    suite: 'group-commit.node.test.ts',
  },
  {
    name: 'leave the last sync to the system',
    file: 'service/store/sqlite-store.ts',
    find: "'synchronous', 'FULL', 2",
    replace: "'synchronous', 'NORMAL', 1",
    suite: 'sqlite-store.node.test.ts',
  },
  {
    name: 'share its file',
    file: 'service/store/sqlite-store.ts',
    find: "'locking_mode', 'EXCLUSIVE', 'exclusive'",
    replace: "'locking_mode', 'NORMAL', 'normal'",
    suite: 'sqlite-store.node.test.ts',
  },
];
