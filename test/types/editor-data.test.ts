import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type * as LanguageService from 'vscode-html-languageservice';

// A CommonJS module whose names Node does not see.
const { getLanguageService, newHTMLDataProvider, TextDocument } = createRequire(import.meta.url)(
  'vscode-html-languageservice',
) as typeof LanguageService;

type Named = readonly { readonly name: string; readonly description?: string }[];

interface ManifestElement {
  readonly tagName: string;
  readonly attributes?: Named;
  readonly events?: Named;
  readonly slots?: Named;
  readonly cssParts?: Named;
  readonly cssProperties?: Named;
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly ManifestElement[] }[];
}

interface WebTypesElement {
  readonly name: string;
  readonly attributes: Named;
  readonly slots: Named;
  readonly js: { readonly events: Named };
  readonly css: { readonly parts: Named; readonly properties: Named };
}

interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly contributions: { readonly html: { readonly elements: readonly WebTypesElement[] } };
}

const manifest = read('package.json') as Readonly<Record<string, string>>;
const webTypes = read(manifest['web-types'] ?? '') as WebTypes;
const { modules } = read(manifest.customElements ?? '') as Manifest;
const elements = modules.flatMap(({ declarations }) => declarations);

describe('the editor files', () => {
  it('complete the tag, and tell what it is, in VS Code', () => {
    assert.match(
      complete('<rokt|').get('rokt-upsell') ?? '',
      /one tag, one event, one method.*`cart-item-updated`/s,
    );
  });

  it('complete each attribute of the tag, with what it means, in VS Code', () => {
    const [upsell] = elements.filter(({ tagName }) => tagName === 'rokt-upsell');
    assert.ok(upsell?.attributes);
    const completed = complete('<rokt-upsell |>');
    for (const { name, description } of upsell.attributes) assert.equal(completed.get(name), description);
  });

  for (const [text, values] of [
    ['<rokt-upsell loading="|">', ['eager', 'lazy', 'manual']],
    ['<rokt-upsell fallback="|">', ['offers']],
    ['<rokt-upsell account-id="|">', []],
  ] as const) {
    it(`complete ${text} in VS Code with ${values.join(', ') || 'nothing'}`, () => {
      assert.deepEqual([...complete(text).keys()], values);
    });
  }

  it('name the package and its version for JetBrains', () => {
    assert.deepEqual([webTypes.name, webTypes.version], [manifest.name, manifest.version]);
  });

  it('have every element of the manifest for JetBrains', () => {
    const told = webTypes.contributions.html.elements.map(({ name, attributes, slots, js, css }) => {
      return { name, lists: [attributes, slots, js.events, css.parts, css.properties].map(namesOf) };
    });
    const expected = elements.map(({ tagName, attributes, slots, events, cssParts, cssProperties }) => {
      return { name: tagName, lists: [attributes, slots, events, cssParts, cssProperties].map(namesOf) };
    });
    assert.deepEqual(told, expected);
  });
});

/** A JSON file of the package. */
function read(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8'));
}

function namesOf(named: Named = []): string[] {
  return named.map(({ name }) => name).sort();
}

/** What VS Code offers where `|` stands in a text, with its documentation. */
function complete(text: string): Map<string, string> {
  const data = newHTMLDataProvider(
    'rokt-upsell',
    read('dist/editor/html-data.json') as LanguageService.HTMLDataV1,
  );
  const service = getLanguageService({ useDefaultDataProvider: false, customDataProviders: [data] });
  const document = TextDocument.create('file:///checkout.html', 'html', 1, text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  const { items } = service.doComplete(document, position, service.parseHTMLDocument(document));
  return new Map(
    items.map(({ label, documentation = '' }) => {
      return [label, typeof documentation === 'string' ? documentation : documentation.value];
    }),
  );
}
