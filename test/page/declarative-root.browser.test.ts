import { expect } from '@open-wc/testing';

/** A page that comes with a declarative shadow root, as the parser has made it, and with the element's file. */
async function openPage(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><title>Checkout</title>
    <rokt-upsell><template shadowrootmode="open"><p>sent by a server</p><slot></slot></template><p slot="failed">No extras.</p></rokt-upsell>
    <script>window.sent = document.querySelector('rokt-upsell').shadowRoot;</script>
    <script type="module" src="/dist/script/rokt-upsell.js"></script>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

describe('a declarative shadow root', () => {
  it('that is found at upgrade is emptied, not doubled', async () => {
    const frame = await openPage();
    const { sent, customElements } = frame.contentWindow as Window & { sent?: ShadowRoot | null };
    await customElements.whenDefined('rokt-upsell');
    const upsell = frame.contentDocument!.querySelector('rokt-upsell')!;
    expect(sent, 'the parser makes a root of the template').to.not.be.oneOf([null, undefined]);
    expect(upsell.shadowRoot).to.equal(sent);
    expect(upsell.shadowRoot!.textContent).to.equal('');
    const slots = [...upsell.shadowRoot!.querySelectorAll('slot')].map(({ name }) => name);
    expect(slots).to.deep.equal(['loading', 'empty', 'failed', '']);
    expect(upsell.phase).to.equal('idle');
    frame.remove();
  });
});
