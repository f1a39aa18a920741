// @ts-check
import { drawScenes, scenes } from './scenes.js';

const themes = ['default', 'green', 'night', 'paper'];
const languages = ['en', 'de', 'fr', 'es', 'ja', 'ar'];

/** What can be chosen, each by its name in the address. @type {Record<string, readonly string[]>} */
const choices = {
  state: ['all', ...scenes.map(({ name }) => name)],
  theme: themes,
  lang: languages,
  dir: ['auto', 'ltr', 'rtl'],
  scheme: ['auto', 'light', 'dark'],
};

const query = new URLSearchParams(location.search);
const chosen = Object.fromEntries(
  Object.entries(choices).map(([name, values]) => [
    name,
    values.find((value) => value === query.get(name)) ?? String(values[0]),
  ]),
);
const { state = '', theme = '', lang = '', dir = '', scheme = '' } = chosen;

const root = document.documentElement;
root.lang = lang;
if (dir !== 'auto') root.dir = dir;
else if (lang === 'ar') root.dir = 'rtl';
if (scheme !== 'auto') root.style.colorScheme = scheme;
if (theme !== 'default') addTheme(theme);
showChoices();

const gallery = /** @type {HTMLElement} */ (document.querySelector('main'));
const shown = state === 'all' ? scenes.map(({ name }) => name) : [state];
const folder = new URL('../offers/gallery', import.meta.url).href;
await drawScenes(gallery, { folder, lang, shown });
gallery.ariaBusy = 'false';

/** @param {string} name */
function addTheme(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../themes/${name}.css`, import.meta.url).href;
  document.head.append(link);
}

/** A link for each choice, with all the others as they are. */
function showChoices() {
  const nav = /** @type {HTMLElement} */ (document.querySelector('nav.choices'));
  for (const [name, values] of Object.entries(choices)) {
    const line = document.createElement('p');
    line.append(`${name} `);
    for (const value of values) {
      const link = document.createElement('a');
      link.href = `?${new URLSearchParams({ ...chosen, [name]: value })}`;
      link.append(value);
      if (chosen[name] === value) link.setAttribute('aria-current', 'true');
      line.append(link, ' ');
    }
    nav.append(line);
  }
}
