// A shop's own Lit: it takes the policy `lit-html` and draws with it.
import { html, render } from 'lit';

const drawn = document.createElement('p');
document.body.append(drawn);
render(html`<b>${'Drawn by the shop'}</b>`, drawn);
