import { format } from 'prettier';
import { CatalogueFile } from '../../src/service/catalogue/catalogue-file.ts';

/** The text of catalogue.schema.json, by which editors help with the catalogue of an upsell service. */
export async function catalogueSchemaFile() {
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...CatalogueFile };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
}
