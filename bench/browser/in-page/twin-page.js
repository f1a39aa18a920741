/* global TWIN */
import { Twin } from './twin.js';

/** A page whose offers are drawn by hand: what the twin is made of comes with its script, as its author's templates would. */
const { html, styles } = TWIN;
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
const holder = document.createElement('div');
const root = holder.attachShadow({ mode: 'open' });
root.innerHTML = html;
root.adoptedStyleSheets = [sheet];
const twin = new Twin(root);

const { placements } = await (await fetch('/offers.json')).json();
const host = document.createElement('div');
host.id = 'offers';
twin.draw(host, placements[0].offers);
document.body.append(host);
