// @ts-check
import { en } from './words/en.js';
import { ja } from './words/ja.js';

/** @type {Record<string, import('./words/en.js').Words>} */
const languages = { en, ja };

/** The words of a language; English where there are none of it. @param {string} [lang] */
export function wordsOf(lang = 'en') {
  return languages[lang] ?? en;
}
