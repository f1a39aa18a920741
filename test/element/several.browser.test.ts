import { expect } from '@open-wc/testing';
import { buildCartItem } from '../../src/testing/index.ts';
import { setUpHostedPage } from '../support/hosted-page.ts';
import { SDK_URL } from '../support/hosted-rokt.ts';
import { reached, settled } from '../support/mount-upsell.ts';
import { until } from '../support/until.ts';

const item = (cartItemId: string, quantity = 1) => buildCartItem({ cartItemId, quantity });

describe('several elements on one page', () => {
  it('share one launcher and have selections, targets and items of their own', async () => {
    const { add, made, launched } = await setUpHostedPage();
    const [first, second] = [add('one', { identifier: 'a' }), add('two', { identifier: 'b' })];
    const rokt = await launched(0);
    const [a, b] = [await rokt.nextSelection(), await rokt.nextSelection()];
    a.succeed();
    b.succeed();
    await Promise.all([settled(first), settled(second)]);
    expect([a, b].map(({ request }) => request.identifier)).to.deep.equal(['a', 'b']);
    a.shopperSets(item('in-a'));
    b.shopperSets(item('in-b'));
    expect([first, second].map(({ cartItems }) => cartItems[0]!.cartItemId)).to.deep.equal(['in-a', 'in-b']);
    const raised = second.updateCartItem({ cartItemId: 'in-b', quantity: 3 });
    (await b.nextSend()).answer();
    await raised;
    expect(a.sends).to.deep.equal([]);
    first.remove();
    await settled(second);
    expect([a.isClosed, b.isClosed, second.phase, made.length]).to.deep.equal([true, false, 'ready', 1]);
  });

  it('that start together make one launcher, with every restriction any of them asks for', async () => {
    const { accountId, add, made, launched } = await setUpHostedPage();
    add('one', { noTargeting: true });
    add('two', { noFunctional: true });
    const rokt = await launched(0);
    await rokt.nextSelection();
    await rokt.nextSelection();
    expect(made.map(({ options }) => options)).to.deep.equal([
      { accountId, noTargeting: true, noFunctional: true },
    ]);
  });

  it('renew the launcher once when a stricter one joins, and select again with it', async () => {
    const { add, made, launched } = await setUpHostedPage();
    const first = add('one', { placementAttributes: { total: 1 } });
    const lax = await launched(0);
    (await lax.nextSelection()).succeed();
    await reached(first, 'placements-ready');
    first.placementAttributes = { total: 2 };
    await settled(first);

    const second = add('two', { noTargeting: true });
    const strict = await launched(1);
    const selections = [await strict.nextSelection(), await strict.nextSelection()];
    selections.forEach((selection) => selection.succeed());
    await Promise.all([reached(first, 'placements-ready'), reached(second, 'placements-ready')]);
    await settled(second);
    expect(lax.isTerminated).to.equal(true);
    expect(lax.selections[0]!.isClosed).to.equal(true);
    expect(made).to.have.length(2);
    expect(strict.selections).to.have.length(2);
    expect(selections.map(({ request }) => request.attributes)).to.deep.include({ total: 2 });

    // What is strict for the page stays so for one who selects again.
    void first.select();
    await strict.nextSelection();
    expect(made).to.have.length(2);
  });

  it('hear of consent that is withdrawn after load, each by one new selection', async () => {
    const { accountId, add, made, launched } = await setUpHostedPage();
    const [first, second] = [add('one'), add('two')];
    const lax = await launched(0);
    (await lax.nextSelection()).succeed();
    (await lax.nextSelection()).succeed();
    await settled(second);
    first.noDeviceId = true;
    const strict = await launched(1);
    (await strict.nextSelection()).succeed();
    (await strict.nextSelection()).succeed();
    await settled(first);
    expect(made[1]!.options).to.deep.equal({ accountId, noDeviceId: true });
    expect([first.phase, second.phase]).to.deep.equal(['ready', 'ready']);
    expect([lax.isTerminated, lax.selections.length, strict.selections.length]).to.deep.equal([true, 2, 2]);
  });

  it('leave a launcher alone that a kit has made, and say which options have no effect', async () => {
    const { add, rokt } = await setUpHostedPage();
    await rokt.createElsewhere();
    const kits = await rokt.nextLauncher();
    const element = add('two', { noTargeting: true });
    const { detail } = await reached(element, 'upsell-error');
    expect(detail.error.code).to.equal('launcher-options-fixed');
    expect(detail.error.message).to.contain('noTargeting');
    await kits.nextSelection();
    element.noDeviceId = true;
    expect((await reached(element, 'upsell-error')).detail.error.message).to.contain('noDeviceId');
    expect([rokt.made.length, kits.isTerminated, kits.selections.length]).to.deep.equal([1, false, 1]);
  });

  it('of another account are launcher-conflict, and the first one is not disturbed', async () => {
    const { add, made, launched } = await setUpHostedPage();
    const first = add('one');
    const rokt = await launched(0);
    (await rokt.nextSelection()).succeed();
    await reached(first, 'placements-ready');
    const second = add('two', { accountId: '999', noTargeting: true });
    const { detail } = await reached(second, 'placements-failed');
    expect(detail.error.code).to.equal('launcher-conflict');
    expect(detail.error.message).to.contain('accountId').and.not.contain('999');
    expect([first.phase, made.length, rokt.isTerminated]).to.deep.equal(['ready', 1, false]);
    first.remove();
    await settled(first);
    void second.select();
    await (await launched(1)).nextSelection();
    expect(made[1]!.options).to.deep.equal({ accountId: '999', noTargeting: true });
  });

  it('that ask for less tracking and go take that with them', async () => {
    const { accountId, add, made, launched } = await setUpHostedPage();
    const strict = add('one', { noTargeting: true });
    await (await launched(0)).nextSelection();
    strict.remove();
    await settled(strict);
    add('two');
    await (await launched(1)).nextSelection();
    expect(made.map(({ options }) => options)).to.deep.equal([
      { accountId, noTargeting: true },
      { accountId },
    ]);
  });

  it('200 of them, removed while the script loads, make no launcher', async () => {
    const { add, made } = await setUpHostedPage();
    const elements = Array.from({ length: 200 }, (_, index) => add(`target-${index}`));
    await Promise.all(elements.map((element) => reached(element, 'placements-loading')));
    elements.forEach((element) => element.remove());
    await until(() => window.Rokt !== undefined);
    await settled(elements[0]!);
    expect(made).to.deep.equal([]);
  });

  it('whose page renders pageInitTimestamp anew each time keep their launcher and selection', async () => {
    const { add, made, launched } = await setUpHostedPage();
    const element = add('one', { launcherOptions: { pageInitTimestamp: new Date(1) } });
    const rokt = await launched(0);
    (await rokt.nextSelection()).succeed();
    await reached(element, 'placements-ready');
    for (let render = 2; render < 5; render++) {
      element.launcherOptions = { pageInitTimestamp: new Date(render) };
      await settled(element);
    }
    expect([made.length, rokt.selections.length, element.phase]).to.deep.equal([1, 1, 'ready']);
  });
});

describe('RoktUpsellElement.prepare', () => {
  it('makes the launcher that the element then uses, and shows nothing', async () => {
    const { accountId, add, made, launched } = await setUpHostedPage();
    const { RoktUpsellElement } = await import('../../src/element/index.ts');
    await RoktUpsellElement.prepare({ accountId, sdkUrl: SDK_URL });
    const rokt = await launched(0);
    expect(rokt.selections).to.have.length(0);
    add('one');
    await rokt.nextSelection();
    expect(made).to.have.length(1);
  });

  it('never rejects: the selection that needs the launcher tells', async () => {
    const { rokt } = await setUpHostedPage();
    const { RoktUpsellElement } = await import('../../src/element/index.ts');
    rokt.reject(new Error('unknown account'));
    await RoktUpsellElement.prepare({ accountId: 'nobody', sdkUrl: SDK_URL });
    await RoktUpsellElement.prepare({});
  });
});
