import { expect } from '@open-wc/testing';
import { createGivenSource, type GivenLauncher, type LauncherOptions } from '../../src/sdk/index.ts';
import { createScriptedLauncher } from '../../src/testing/index.ts';
import { acquireAs, createClient } from '../support/launcher-client.ts';
import { outcomeOf } from '../support/record-facts.ts';

const CANARY = 'jane@example.com';

const acquire = (given: unknown, client = createClient()) =>
  createGivenSource(given as GivenLauncher).acquire(client);
const errorOf = (given: unknown): Promise<unknown> => acquire(given).catch((thrown: unknown) => thrown);

describe('a launcher that the page gives', () => {
  const { launcher } = createScriptedLauncher();

  for (const [kind, given] of [
    ['a launcher', launcher],
    ['a promise of one', Promise.resolve(launcher)],
    ['a function giving one', () => launcher],
    ['a function giving a promise of one', async () => launcher],
  ] as const) {
    it(`may be ${kind}`, async () => {
      expect(await acquire(given)).to.equal(launcher);
    });
  }

  it('is asked for anew at each selection where it is a function', async () => {
    const made: unknown[] = [];
    const give = () => {
      made.push(createScriptedLauncher().launcher);
      return made.at(-1);
    };
    expect([await acquire(give), await acquire(give)]).to.deep.equal(made);
    expect(made).to.have.length(2);
  });

  it('that never comes is launcher-timeout', async () => {
    const never = new Promise<never>(() => undefined);
    for (const given of [never, () => never]) {
      const acquired = acquireAs(createClient({ timeout: 40 }), createGivenSource(given));
      expect(await outcomeOf(acquired)).to.equal('launcher-timeout');
    }
  });

  for (const [kind, given] of [
    ['a promise that rejects', () => Promise.reject(new Error(CANARY))],
    [
      'a function that throws',
      () => {
        throw new Error(CANARY);
      },
    ],
  ] as const) {
    it(`that is ${kind} is launcher-rejected, which keeps the cause and quotes nothing of it`, async () => {
      const error = (await errorOf(given)) as Error;
      expect(error).to.have.property('code', 'launcher-rejected');
      expect(error.cause).to.have.property('message', CANARY);
      expect(error.message).to.not.contain(CANARY);
    });
  }

  for (const [kind, given] of [
    ['an object without selectPlacements', { email: CANARY }],
    ['a function giving such an object', () => ({ email: CANARY })],
    ['a function giving nothing', () => undefined],
    ['a function giving a text', () => CANARY],
    ['a number', 7],
    ['what a framework has made of an object', '[object Object]'],
    ['mParticle in another case', 'mParticle'],
    ['a text', CANARY],
    ['an empty text', ''],
  ] as const) {
    it(`that is ${kind} is launcher-rejected, told what one is, and not quoted`, async () => {
      const { code, message } = (await errorOf(given)) as Error & { code: string };
      expect(code).to.equal('launcher-rejected');
      expect(message).to.contain('a Launcher or "mparticle"').and.not.contain(CANARY);
    });
  }

  it('keeps its own options; those asked for are named, consent flags too, without their values', async () => {
    const client = createClient();
    const { errors } = client;
    const options: LauncherOptions = {
      accountId: '222',
      sessionId: CANARY,
      noTargeting: true,
      noDeviceId: false,
      sandbox: true,
    };
    await createGivenSource(launcher, options).acquire(client);
    expect(errors).to.have.length(1);
    expect(errors[0]?.message).to.contain('sessionId, noTargeting, sandbox').and.not.contain(CANARY);
    await createGivenSource(launcher, { accountId: '222', noFunctional: false }).acquire(client);
    expect(errors, 'nothing asked for').to.have.length(1);
  });

  it('names a consent flag that is set while it serves, once, and one set before with the others', async () => {
    const none = { noFunctional: false, noTargeting: false, noDeviceId: false };
    const client = createClient();
    const messages = () => client.errors.map(({ code, message }) => [code, /: (.+):/.exec(message)?.[1]]);
    const source = createGivenSource(launcher, { accountId: '222' });
    source.setConsent?.({ ...none, noTargeting: true });
    expect(client.errors, 'it serves nobody yet').to.deep.equal([]);
    await source.acquire(client);
    source.setConsent?.({ ...none, noTargeting: true });
    source.setConsent?.({ ...none, noTargeting: true, noDeviceId: true });
    source.setConsent?.(none);
    expect(messages()).to.deep.equal([
      ['launcher-options-fixed', 'noTargeting'],
      ['launcher-options-fixed', 'noDeviceId'],
    ]);
  });
});
