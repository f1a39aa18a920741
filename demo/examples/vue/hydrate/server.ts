import { renderToString } from 'vue/server-renderer';
import { createUpsellApp } from './app.ts';

/** What a server sends: the bare tag and its slots. */
export function render(): Promise<string> {
  return renderToString(createUpsellApp());
}
