import { executeServerCommand } from '@web/test-runner-commands';
import { drawScenes, scenes } from '../../demo/gallery/scenes.js';
import '../../src/index.ts';
import '../../src/offers/messages/ar.ts';
import '../../src/offers/messages/de.ts';
import '../../src/offers/messages/es.ts';
import '../../src/offers/messages/fr.ts';
import '../../src/offers/messages/ja.ts';
import { keys, press } from './gestures.ts';

/** How the gallery is looked at. */
export interface Look {
  readonly theme?: string;
  readonly lang?: string;
  readonly scheme?: 'light' | 'dark';
  readonly dir?: 'ltr' | 'rtl';
  readonly width?: number;
  /** Percent of the text's usual size. */
  readonly text?: number;
}

/** The gallery with every scene in its state, those that take a shopper too. */
export async function openGallery(lang = 'en') {
  const main = document.createElement('main');
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  const theme = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  sheet.href = '/demo/gallery/gallery.css';
  document.head.append(sheet, theme);
  document.body.append(main);
  const root = document.documentElement;
  root.lang = lang;
  // Colours are looked at as they are in the end.
  root.style.setProperty('--rokt-upsell-duration', '0s');
  await look({});
  await drawScenes(main, { folder: '/demo/offers/gallery', lang, shown: scenes.map(({ name }) => name) });
  const drawn = (scene: string) => main.querySelector(`#scene-${scene} rokt-upsell-offers`)!.shadowRoot!;
  await actAsShopper(drawn);

  /** Looks at it in another way. */
  async function look({ theme: name, scheme = 'light', dir, width = 1280, text = 100 }: Look) {
    if (name) await load(theme, `/demo/themes/${name}.css`);
    else theme.removeAttribute('href');
    root.style.colorScheme = name ? '' : scheme;
    root.style.fontSize = `${text}%`;
    root.dir = dir ?? (lang === 'ar' ? 'rtl' : 'ltr');
    await executeServerCommand('viewport', { width, height: 900 });
    const offers = [...main.querySelectorAll('rokt-upsell-offers')];
    await Promise.all(offers.map(({ updateComplete }) => updateComplete));
    // Space that is given back out of view fades first.
    for (const upsell of main.querySelectorAll('rokt-upsell'))
      for (const fading of upsell.shadowRoot!.getAnimations()) fading.finish();
  }
  return { main, drawn, look };
}

/** What only a shopper can do: declines one, adds what the shop has no room for, takes one out again, and types what cannot be. */
async function actAsShopper(drawn: (scene: string) => ShadowRoot): Promise<void> {
  await press(drawn('declined').querySelector('[part~="decline"]')!);
  await press(drawn('failed').querySelector('[part~="accept"]')!);
  await press(drawn('removed').querySelector('[data-card*="parking"] button')!);
  const added = drawn('added');
  const field = added.querySelector('input')!;
  field.focus();
  field.select();
  await keys('9', 'Tab');
}

/** Sets a style sheet and waits for it. */
async function load(link: HTMLLinkElement, href: string): Promise<void> {
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
  link.href = href;
  await loaded;
}
