import { expect } from '@open-wc/testing';
import { RoktUpsellElement } from '../../src/element/index.ts';
import { createScriptedLauncher } from '../../src/testing/index.ts';

let count = 0;

/** An element in the document whose tag is defined by `define`, until when it is like any other. */
function addUnknown(markup = '') {
  const tag = `late-upsell-${++count}`;
  const parent = document.createElement('div');
  parent.innerHTML = `<${tag} target-id="mount-${count}" ${markup}></${tag}>`;
  document.body.append(parent);
  const element = parent.firstElementChild as RoktUpsellElement;
  const define = () => customElements.define(tag, class extends RoktUpsellElement {});
  return { element, parent, define };
}

describe('a value that was set before the upgrade', () => {
  it('counts, over what the markup says', async () => {
    const rokt = createScriptedLauncher();
    const { element, parent, define } = addUnknown('identifier="markup"');
    element.launcher = rokt.launcher;
    element.identifier = 'property';
    define();
    expect((await rokt.nextSelection()).request.identifier).to.equal('property');
    parent.remove();
  });

  it('gives way to a newer one, set right after the upgrade or by an attribute', async () => {
    const rokt = createScriptedLauncher();
    const { element, parent, define } = addUnknown();
    element.launcher = rokt.launcher;
    element.identifier = 'old';
    element.placementAttributes = { total: 1 };
    define();
    element.identifier = 'new';
    element.setAttribute('placement-attributes', '{"total": 2}');
    const { request } = await rokt.nextSelection();
    expect(request).to.deep.equal({ identifier: 'new', attributes: { total: 2 } });
    parent.remove();
  });

  it('does not dispatch anything, nor select, in the call that defines the tag', () => {
    const rokt = createScriptedLauncher();
    const { element, parent, define } = addUnknown();
    element.launcher = rokt.launcher;
    const heard: string[] = [];
    parent.addEventListener('placements-loading', ({ type }) => heard.push(type));
    define();
    element.identifier = 'x';
    expect([heard.length, rokt.selections.length, element.phase]).to.deep.equal([0, 0, 'idle']);
    parent.remove();
  });
});

describe('the placement attributes of the markup', () => {
  it('stay as they are when a page sets what its cart holds before the upgrade', async () => {
    const rokt = createScriptedLauncher();
    const { element, parent, define } = addUnknown(`placement-attributes='{"eventId": "1"}'`);
    element.launcher = rokt.launcher;
    element.heldItems = [{ cartItemId: 'a', catalogItemId: 'b', quantity: 1 }];
    define();
    expect((await rokt.nextSelection()).request.attributes).to.deep.equal({ eventId: '1' });
    parent.remove();
  });
});
