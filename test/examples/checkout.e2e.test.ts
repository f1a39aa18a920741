import { join } from 'node:path';
import { chosenExamples } from '../../tools/examples/example-names.mjs';
import { exampleFolder } from '../../tools/examples/example-folder.mjs';
import { root } from '../../tools/setup/project.mjs';
import { describeConcert } from '../support/concert.ts';

for (const name of chosenExamples(process.env['ROKT_UPSELL_EXAMPLES'])) {
  describeConcert(`the concert checkout in ${name}`, join(root, exampleFolder(name), 'dist'));
}
