import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** The entries of the package whose members are held to it, too: what a page, its tests and the partner's server write code against. */
const ENTRIES = [
  'index',
  'element/index',
  'cart/index',
  'offers/index',
  'offers/messages/add-messages',
  'client/index',
  'testing/index',
  'react/index',
  'service/index',
  'playwright/index',
];

/**
 * `src/a.ts: Name.member` of each public member of an exported class, interface or type that has no doc comment, inherited ones
 * counted in.
 *
 * @param texts files that there are beside those of the project, by their paths
 */
function undocumentedMembersOf(
  entries: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): string[] {
  const read = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => texts[relative(root, path)] ?? ts.sys.readFile(path);
  const files = entries.map((entry) => join(root, 'src', `${entry}.ts`));
  const program = ts.createProgram({ rootNames: files, options: { ...options, noEmit: true }, host });
  const checker = program.getTypeChecker();
  const missing = files.flatMap((file) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol;
    return checker.getExportsOfModule(module).flatMap((found) => {
      const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
      const bare = membersOf(symbol, checker).filter(
        (member) => isAsked(member) && !isDocumented(member, checker),
      );
      return bare.map((member) => `${pathOf(member)}: ${symbol.name}.${member.name}`);
    });
  });
  return [...new Set(missing)].sort();
}

/** What an instance of a class or a value of a type has, each part of a union's, and what is static. */
function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const isType = symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias);
  const type = isType ? checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  const types = type?.isUnion() ? type.types : [type];
  const own = types.flatMap((one) => one?.getProperties() ?? []);
  if (!(symbol.flags & ts.SymbolFlags.Class)) return own;
  return [...own, ...checker.getTypeOfSymbol(symbol).getProperties()];
}

/** Ours and public; what is made of a schema of the wire has the words of that. */
function isAsked(member: ts.Symbol): boolean {
  const path = pathOf(member);
  const isOurs = path.startsWith('src/') && !path.startsWith('src/contract/wire/');
  return isOurs && !(member.declarations ?? []).some(isHidden);
}

function isHidden(declaration: ts.Declaration): boolean {
  const name = ts.getNameOfDeclaration(declaration);
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (name && ts.isPrivateIdentifier(name)) || Boolean(ts.getCombinedModifierFlags(declaration) & hidden);
}

function isDocumented(member: ts.Symbol, checker: ts.TypeChecker): boolean {
  return member.getDocumentationComment(checker).length > 0;
}

/** Where it is declared, within the project; empty where that is elsewhere. */
function pathOf({ declarations: [first] = [] }: ts.Symbol): string {
  const path = first ? relative(root, first.getSourceFile().fileName).replaceAll('\\', '/') : '';
  return path.startsWith('..') || path.includes('node_modules/') ? '' : path;
}

describe('doc comments', () => {
  it('are on every export of src/', () => {
    assert.deepEqual(undocumented(), []);
  });

  it(`are on every public member of what these entries export: ${ENTRIES.join(', ')}`, () => {
    assert.deepEqual(undocumentedMembersOf(ENTRIES), []);
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

  it('are asked of members that are public and ours, also of inherited and static ones and of each part of a union', () => {
    const text = `
      interface Base {
        inherited: 1;
        /** It is said. */
        said: 1;
      }
      export interface Thing extends Base { own(): void; said: 1 }
      export class Kind extends Error { static fixed = 1; #hidden = 1; protected inner = 1; field = 1 }
      export type Either = { one: 1 } | { other: 1 };`;
    const missing = undocumentedMembersOf(['bare'], { 'src/bare.ts': text });
    const bare = ['Either.one', 'Either.other', 'Kind.field', 'Kind.fixed', 'Thing.inherited', 'Thing.own'];
    assert.deepEqual(
      missing,
      bare.map((member) => `src/bare.ts: ${member}`),
    );
  });
});
