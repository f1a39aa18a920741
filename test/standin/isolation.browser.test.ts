import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Launcher, Selection } from '../../src/sdk/index.ts';
import { frames, listenTo, makeLauncher, standInUrl } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

type Poster = (target: Window, message: unknown, origin: string) => void;

/** A way to post messages whose source is `frame`, which is of this page's origin. */
function posterOf(frame: HTMLIFrameElement): Poster {
  const { Function: FunctionOfFrame } = frame.contentWindow as unknown as { Function: FunctionConstructor };
  return new FunctionOfFrame('target', 'message', 'origin', 'target.postMessage(message, origin)') as Poster;
}

function loaded(frame: HTMLIFrameElement, src: string): Promise<unknown> {
  const done = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = src;
  return done;
}

const UPDATED = 'V2_CART_ITEM_UPDATED';
const forged = { rokt: 'told', name: UPDATED, event: { body: { forged: true } } };

describe('the messages of the stand-in', () => {
  let launcher: Launcher;
  let selection: Selection;
  let service: string;
  beforeEach(async () => {
    await fixture<HTMLElement>(
      html`<div>
        <div id="rokt-placeholder"></div>
        <div id="second"></div>
      </div>`,
    );
    service = new URL(await standInUrl()).origin;
    launcher = await makeLauncher('?manners=documented');
    selection = await launcher.selectPlacements({ attributes: {} });
    await selection.ready();
  });
  afterEach(async () => {
    await launcher.terminate?.();
    frames().forEach((frame) => frame.remove());
  });

  const placementFrame = () => document.querySelector<HTMLIFrameElement>('#rokt-placeholder iframe')!;
  const addFrame = async (src: string) => {
    const frame = document.createElement('iframe');
    const done = loaded(frame, src);
    document.body.append(frame);
    await done;
    return frame;
  };

  it('are heard by the page from the frame that is meant, and from no other source', async () => {
    const told = listenTo(selection, UPDATED);
    window.postMessage(forged, '*');
    const stranger = await addFrame('about:blank');
    posterOf(stranger)(window, forged, '*');
    // What was posted before this has come by then.
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'of-nobody', quantity: 1 });
    expect(told).to.deep.equal([]);
  });

  /** The first placement's frame, being led to a document of the page's own origin, which is never done: its picture does not come. */
  const leadAway = async () => {
    const { cdn } = await executeServerCommand<{ cdn: string }, undefined>('script-server');
    const frame = placementFrame();
    const picture = `<img src="${cdn}/assets/images/parking.svg?fault=never&key=${crypto.randomUUID()}">`;
    frame.src = URL.createObjectURL(new Blob([picture], { type: 'text/html' }));
    await until(() => frame.contentDocument?.querySelector('img') != null);
    return frame;
  };

  it('are heard by the page from the origin of the service alone, wherever a frame is led', async () => {
    const told = listenTo(selection, UPDATED);
    const frame = await leadAway();
    const came = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    posterOf(frame)(window, forged, '*');
    await came;
    expect(told).to.deep.equal([]);
  });

  it('go from the page to the origin of the service, and to no other that a frame is led to', async () => {
    const frame = await leadAway();
    const heard: unknown[] = [];
    frame.contentWindow!.addEventListener('message', ({ data }) => heard.push(data));
    const sent = selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'of-nobody', quantity: 1 });
    posterOf(frame)(frame.contentWindow!, 'last', '*');
    await until(() => heard.includes('last'));
    expect(heard).to.deep.equal(['last']);
    await loaded(frame, '/test/support/offers.json');
    expect(await sent.catch(String)).to.contain('gone');
  });

  it('are heard by a frame from its own page alone', async () => {
    const told = listenTo(selection, 'LINK_NAVIGATION_REQUEST', 'PLACEMENT_RESIZE');
    const stranger = await addFrame('about:blank');
    const look = {
      lang: '',
      scheme: 'dark',
      fontFamily: 'serif',
      fontSize: '60px',
      rootFontSize: '60px',
      properties: {},
    };
    posterOf(stranger)(
      placementFrame().contentWindow!,
      { rokt: 'call', id: 1, name: 'look', wish: look },
      '*',
    );
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'of-nobody', quantity: 1 });
    expect(told).to.deep.equal([]);
  });

  it('go from a frame to the origin that its address names, and to no other', async () => {
    const heard: unknown[] = [];
    const hear = ({ source }: MessageEvent) => heard.push(source);
    window.addEventListener('message', hear);
    const address = (origin: string) =>
      `${service}/wsdk/integrations/frame.html?${new URLSearchParams({ accountId: '333', origin })}`;
    await addFrame(address('https://shop.example'));
    const meant = await addFrame(address(location.origin));
    await until(() => heard.includes(meant.contentWindow));
    window.removeEventListener('message', hear);
    expect(heard).to.have.length(1);
  });

  it('cannot go to a frame that somebody has taken away, or takes away meanwhile: send() rejects', async () => {
    const send = () => selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'of-nobody', quantity: 1 });
    const sent = send();
    // It is on its way by then, and no answer has come.
    for (let step = 0; step < 20; step++) await Promise.resolve();
    placementFrame().remove();
    expect(await sent.catch(String)).to.contain('gone');
    expect(await send().catch(String)).to.contain('gone');
  });

  it('cannot go to a frame that was moved, which has forgotten everything', async () => {
    const frame = placementFrame();
    const again = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.querySelector('#second')!.append(frame);
    await again;
    const sent = selection.send('V2_UPDATE_CART_ITEM', { cartItemId: 'of-nobody', quantity: 1 });
    expect(await sent.catch(String)).to.contain('gone');
  });
});
