import { join } from 'node:path';
import ts from 'typescript';

/**
 * The types that an entry's public signatures name, and that neither it nor the package's door exports, as `name in file`: what
 * a page has in its hands and cannot write down.
 */
export function unexportedTypes(entry: string, dist: string): string[] {
  const main = join(dist, 'index.d.ts');
  const program = ts.createProgram([entry, main], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const walk = new Walk(checker, dist);
  const exportsOf = (file: string) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`expected a module, got ${file}`);
    return checker.getExportsOfModule(module).map((symbol) => walk.origin(symbol));
  };
  const exported = exportsOf(entry);
  const known = new Set([...exported, ...exportsOf(main)]);
  for (const symbol of exported) walk.visit(symbol);
  return [...walk.named].filter((symbol) => !known.has(symbol)).map((symbol) => walk.place(symbol));
}

/** Visits public declarations, and collects what of our own they name. */
class Walk {
  readonly named = new Set<ts.Symbol>();
  readonly #checker: ts.TypeChecker;
  readonly #dist: string;
  readonly #seen = new Set<ts.Symbol>();

  constructor(checker: ts.TypeChecker, dist: string) {
    this.#checker = checker;
    this.#dist = dist;
  }

  origin(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  place(symbol: ts.Symbol): string {
    return `${symbol.name} in ${symbol.declarations?.[0]?.getSourceFile().fileName.slice(this.#dist.length + 1)}`;
  }

  visit(symbol: ts.Symbol): void {
    if (this.#seen.has(symbol) || !this.#isOurs(symbol)) return;
    this.#seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) this.#read(declaration);
  }

  #read(node: ts.Node): void {
    if (isHidden(node)) return;
    if (ts.isHeritageClause(node)) {
      // What a base class has is there; its name nobody needs. Its type arguments are names like others.
      for (const base of node.types) {
        const symbol = this.#checker.getSymbolAtLocation(base.expression);
        if (symbol) this.visit(this.origin(symbol));
        base.typeArguments?.forEach((argument) => this.#read(argument));
      }
      return;
    }
    if (ts.isTypeReferenceNode(node)) this.#name(node.typeName);
    ts.forEachChild(node, (child) => this.#read(child));
  }

  #name(name: ts.Node): void {
    const found = this.#checker.getSymbolAtLocation(name);
    const symbol = found && this.origin(found);
    if (!symbol || symbol.flags & ts.SymbolFlags.TypeParameter || !this.#isOurs(symbol)) return;
    this.named.add(symbol);
    this.visit(symbol);
  }

  #isOurs(symbol: ts.Symbol): boolean {
    return symbol.declarations?.[0]?.getSourceFile().fileName.startsWith(this.#dist) ?? false;
  }
}

/** Private and protected members are no page's, and what a constructor takes is asked for by whoever makes one: us. */
function isHidden(node: ts.Node): boolean {
  if (ts.isConstructorDeclaration(node)) return true;
  if (!ts.isClassElement(node)) return false;
  const flags = ts.getCombinedModifierFlags(node);
  return (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}
