import { expect } from '@open-wc/testing';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';

describe('changes of one task', () => {
  it('count once, also across its microtasks, and are the input of the selection', async () => {
    const { element, rokt } = await mountUpsell({ identifier: 'first' });
    element.identifier = 'second';
    await Promise.resolve();
    element.setAttribute('placement-attributes', '{"total": 1}');
    await Promise.resolve();
    element.placementAttributes = { total: 2 };
    const selection = await rokt.nextSelection();
    expect(selection.request).to.deep.equal({ identifier: 'second', attributes: { total: 2 } });
    selection.succeed();
    await settled(element);
    expect(rokt.selections).to.have.length(1);
  });

  it('right after connecting still end in a definite phase', async () => {
    for (const change of [
      'target-id',
      'identifier',
      'session-id',
      'timeout',
      'nonce',
      'loading',
      'sandbox',
    ]) {
      const { element, parent, rokt } = await mountUpsell();
      element.setAttribute(change, change === 'timeout' ? '5000' : 'eager');
      (await rokt.nextSelection()).succeed();
      await reached(element, 'placements-ready');
      parent.remove();
    }
  });
});

describe('a change while a selection runs', () => {
  it('of 50 totals written into placement-attributes makes no new selection', async () => {
    const { element, rokt, selection } = await mountReady({ placementAttributes: { total: 0 } });
    for (let total = 1; total <= 50; total++) {
      element.setAttribute('placement-attributes', JSON.stringify({ total }));
      await settled(element);
    }
    expect(rokt.selections).to.have.length(1);
    expect(selection.attributesSet).to.deep.equal(Array.from({ length: 50 }, (_, i) => ({ total: i + 1 })));
  });

  it('to equal values does nothing', async () => {
    const { element, rokt, selection, events } = await mountReady((it) => {
      it.placementAttributes = { a: 1, b: [2] };
      it.identifier = 'checkout';
    });
    const told = events.length;
    element.placementAttributes = { b: [2], a: 1 };
    element.identifier = 'checkout';
    element.setAttribute('target-id', 'rokt-placeholder');
    await settled(element);
    expect(selection.attributesSet).to.deep.equal([]);
    expect(rokt.selections).to.have.length(1);
    expect(events).to.have.length(told);
  });

  for (const [name, value] of [
    ['identifier', 'other.page'],
    ['targetId', 'other-mount'],
    ['launcher', null],
  ] as const) {
    it(`of ${name} makes one new selection`, async () => {
      const { element, rokt } = await mountReady();
      const next = createScriptedLauncher();
      Object.assign(element, { [name]: value ?? next.launcher });
      const source = value ? rokt : next;
      (await source.nextSelection()).succeed();
      await reached(element, 'placements-ready');
      await settled(element);
      expect(rokt.selections.length + next.selections.length).to.equal(2);
      expect(rokt.selections[0]!.isClosed).to.equal(true);
    });
  }

  it('by addPlacementAttributes is told to the selection and kept for the next', async () => {
    const { element, rokt, selection } = await mountReady({ placementAttributes: { a: 1 } });
    await element.addPlacementAttributes({ email: 'hash' });
    expect(selection.attributesSet).to.deep.equal([{ a: 1, email: 'hash' }]);
    void element.select();
    expect((await rokt.nextSelection()).request.attributes).to.deep.equal({ a: 1, email: 'hash' });
  });
});

describe('invalid placement attributes', () => {
  for (const text of ['[object Object]', '{total: 1}', '[1]', '"text"', '3', 'null ']) {
    it(`${text} fail with the right way to bind them`, async () => {
      const { element, rokt, types } = await mountUpsell((it) =>
        it.setAttribute('placement-attributes', text),
      );
      if (text === 'null ') {
        // JSON's null is what a framework writes for nothing at all.
        await rokt.nextSelection();
        return;
      }
      const { detail } = await reached(element, 'placements-failed');
      expect(detail.error.code).to.equal('invalid-attributes');
      for (const word of ['expected a JSON object', 'Vue', 'React', 'Angular', 'Svelte']) {
        expect(detail.error.message).to.contain(word);
      }
      await settled(element);
      expect(types()).to.deep.equal(['placements-failed']);
      element.placementAttributes = { total: 1 };
      expect((await rokt.nextSelection()).request.attributes).to.deep.equal({ total: 1 });
    });
  }

  it('such as a property’s name in lower case fail too', async () => {
    for (const name of ['accountid', 'placementattributes', 'offersurl']) {
      const { element } = await mountUpsell((it) => it.setAttribute(name, 'x'));
      const { detail } = await reached(element, 'placements-failed');
      expect(detail.error.code).to.equal('invalid-attributes');
      expect(detail.error.message).to.contain(name);
    }
  });

  it('told to a running selection are reported once, and it goes on with the last good ones', async () => {
    const { element, rokt, selection, types } = await mountReady({ placementAttributes: { a: 1 } });
    element.placementAttributes = 'a=1' as never;
    await settled(element);
    element.requestUpdate();
    await settled(element);
    expect(element.phase).to.equal('ready');
    expect(types().slice(2)).to.deep.equal(['upsell-error']);
    element.placementAttributes = { a: 2 };
    await settled(element);
    expect(selection.attributesSet).to.deep.equal([{ a: 2 }]);
    expect(rokt.selections).to.have.length(1);
  });

  it('that JSON cannot hold are refused as well', async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const { element } = await mountUpsell({ placementAttributes: cycle });
    expect((await reached(element, 'placements-failed')).detail.error.code).to.equal('invalid-attributes');
  });
});

describe('the mount node', () => {
  it('is appended when a selection starts, with the target’s id, in light DOM', async () => {
    const { element, rokt } = await mountUpsell({ loading: 'manual' });
    await settled(element);
    expect(element.children).to.have.length(0);
    void element.select();
    await rokt.nextSelection();
    expect(document.querySelector('rokt-upsell > #rokt-placeholder')).to.equal(element.firstElementChild);
    element.targetId = 'elsewhere';
    await rokt.nextSelection();
    expect([...element.children].map(({ id }) => id)).to.deep.equal(['elsewhere']);
  });

  it('is the page’s own child where there is one, and is left alone', async () => {
    const { element, rokt } = await mountUpsell((it) => {
      it.innerHTML = '<p slot="loading">…</p><section><b>mine</b></section>';
    });
    await rokt.nextSelection();
    expect(element.innerHTML).to.equal('<p slot="loading">…</p><section><b>mine</b></section>');
  });

  it('twice in the document is duplicate-target', async () => {
    const { parent, rokt } = await mountReady();
    const second = document.createElement('rokt-upsell');
    second.launcher = rokt.launcher;
    parent.append(second);
    const { detail } = await reached(second, 'placements-failed');
    expect(detail.error.code).to.equal('duplicate-target');
    expect(detail.error.message).to.contain('"rokt-placeholder"');
    second.targetId = 'second';
    (await rokt.nextSelection()).succeed();
    await reached(second, 'placements-ready');
  });
});
