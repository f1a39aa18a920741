import { fixture, html } from '@open-wc/testing';
import '../../src/define.ts';
import type { RoktUpsellElement } from '../../src/element/index.ts';
import { launcherTags } from './hosted-rokt.ts';
import { standInUrl } from './stand-in.ts';

/** An element with these properties, on a page that has not heard of any launcher yet and has a place for each placement of the stand-in. */
export async function mountAmongPlaces(properties: Partial<RoktUpsellElement>): Promise<RoktUpsellElement> {
  delete window.Rokt;
  launcherTags().forEach((tag) => tag.remove());
  const parent = await fixture<HTMLElement>(
    html`<div>
      <input />
      <div id="second"></div>
    </div>`,
  );
  const element = document.createElement('rokt-upsell');
  Object.assign(element, properties);
  parent.querySelector('input')!.after(element);
  return element;
}

/** What has the stand-in serve an element; `query` goes to its script. */
export async function hosted(query = ''): Promise<Partial<RoktUpsellElement>> {
  return { accountId: '333', sdkUrl: await standInUrl(query) };
}
