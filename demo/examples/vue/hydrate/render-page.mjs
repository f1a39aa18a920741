// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/** Puts what the server renders into dist/hydrate.html, in plain Node, once both builds are made. */
const page = new URL('../dist/hydrate.html', import.meta.url);
const { render } = await import(new URL('../dist/server/server.js', import.meta.url).href);
writeFileSync(page, readFileSync(page, 'utf8').replace('<!--rendered-->', await render()));
