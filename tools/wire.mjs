import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './setup/project.mjs';
import { program, Trouble } from './setup/trouble.mjs';
import { catalogueSchemaFile } from './wire/catalogue-schema-file.mjs';
import { offersFiles } from './wire/offers-files.mjs';
import { openApiFile } from './wire/openapi-file.mjs';
import { wireFiles } from './wire/wire-files.mjs';

/** `npm run wire`: writes what is made from the schemas of src/contract and of the catalogue, with what editors and pages check by; with `--check` it only says which is stale. */
await program(async () => {
  const files = {
    ...(await wireFiles()),
    ...(await offersFiles()),
    'openapi.json': await openApiFile(),
    'catalogue.schema.json': await catalogueSchemaFile(),
  };
  const stale = Object.entries(files).filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    const names = stale.map(([path]) => path).join(', ');
    if (names !== '') throw new Trouble(`${names}: stale; run "npm run wire" and commit it.`);
    return;
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
