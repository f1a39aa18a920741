import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');

/** `src/a.ts: name` of each export of a file that has no doc comment of its own. */
function undocumentedIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const documented = new Set<string>();
  const exported = source.statements.filter(isExported).flatMap((statement) => {
    const names = namesOf(statement);
    if (ts.getJSDocCommentsAndTags(statement).length > 0) for (const name of names) documented.add(name);
    return names;
  });
  const missing = new Set(exported.filter((name) => !documented.has(name)));
  return [...missing].map((name) => `${path}: ${name}`);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name ? [name.text] : [];
}

function undocumented(): string[] {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.sort().flatMap((file) => undocumentedIn(file, readFileSync(join(root, file), 'utf8')));
}

describe('doc comments', () => {
  it('are on every export of src/', () => {
    assert.deepEqual(undocumented(), []);
  });

  it('are asked of functions, classes, types and constants, once for the overloads of one', () => {
    const text = `
      export function bare() {}
      export class Bare {}
      export type Type = 1;
      export interface Interface {}
      export const one = 1;
      const inner = 1;
      export { inner };
      /** It is said. */
      export const said = 1;
      /** It is said of the first. */
      export function over(a: 1): void;
      export function over(a: 2): void;
      export function over() {}`;
    const missing = undocumentedIn('a.ts', text);
    assert.deepEqual(missing, ['a.ts: bare', 'a.ts: Bare', 'a.ts: Type', 'a.ts: Interface', 'a.ts: one']);
  });
});
