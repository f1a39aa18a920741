import { expect } from '@open-wc/testing';
import { allowScriptOrigin } from '../../src/sdk/index.ts';
import { loadRokt } from '../../src/sdk/launcher-script.ts';
import { isAllowedOrigin, toScriptAddress } from '../../src/sdk/script-origins.ts';
import { toScriptUrl } from '../../src/sdk/trusted-types.ts';
import { hostRokt, launcherTags } from '../support/hosted-rokt.ts';
import { outcomeOf } from '../support/record-facts.ts';

const isAllowed = (url: string) => isAllowedOrigin(new URL(url, document.baseURI));
const messageOf = (act: () => unknown) => {
  try {
    act();
    return '';
  } catch (thrown) {
    return (thrown as Error).message;
  }
};

describe('the URL of a launcher script', () => {
  beforeEach(() => void hostRokt());

  for (const url of [
    'data:text/javascript,window.injected=true;"ann@shop.example"',
    ' DATA:text/javascript,window.injected=true',
    'da\tta:text/javascript,window.injected=true',
    `blob:${location.origin}/ann@shop.example`,
    'javascript:window.injected=true',
    'file:///ann@shop.example',
    'ftp://ann@shop.example/launcher.js',
    'https://',
  ]) {
    it(`${JSON.stringify(url)} is script-blocked, and no tag is written`, async () => {
      const load = loadRokt({ url });
      expect(await outcomeOf(load.rokt)).to.equal('script-blocked');
      const message = messageOf(() => toScriptAddress(url));
      expect(message).to.equal('script-blocked: sdk-url: expected https');
      expect(launcherTags()).to.have.length(0);
      expect(window).to.not.have.property('injected');
    });
  }

  for (const url of [
    'http://launcher.example/launcher.js?mail=ann@shop.example',
    'http://127.evil.example/launcher.js',
    'http://localhost.evil.example/launcher.js',
    'http://ann@10.0.0.1/launcher.js',
  ]) {
    it(`${url} is script-blocked, and not quoted`, () => {
      expect(messageOf(() => toScriptAddress(url))).to.equal('script-blocked: sdk-url: expected https');
    });
  }

  it('is https anywhere, and http on this computer, relative to the page', () => {
    for (const url of [
      'https://first-party.shop.example/wsdk/launcher.js',
      'http://localhost:8080/launcher.js',
      'http://rokt.localhost/launcher.js',
      'http://127.0.0.1/launcher.js',
      'http://[::1]/launcher.js',
      '/launcher.js',
    ]) {
      expect(toScriptAddress(url).href).to.equal(new URL(url, document.baseURI).href);
    }
  });
});

describe('our Trusted Types policy', () => {
  it('passes Rokt’s hosts, the page’s own origin, our module’s and this computer', () => {
    for (const url of [
      'https://apps.rokt.com/wsdk/integrations/launcher.js',
      'https://apps.rokt-api.com/js/v2/key/app.js',
      'https://apps.roktecommerce.com/a.js',
      'https://apps-demo.rokt.com/a.js',
      'http://localhost:1234/launcher.js',
      '/launcher.js',
      import.meta.url,
    ]) {
      expect(isAllowed(url), url).to.equal(true);
    }
  });

  it('passes no other host, port or scheme, nor any look-alike', () => {
    for (const url of [
      'https://launcher.example/launcher.js',
      'https://apps.rokt.com.evil.example/launcher.js',
      'https://evil.example/apps.rokt.com/launcher.js',
      'https://apps.rokt.com@evil.example/launcher.js',
      'https://apps.rokt.com:8443/launcher.js',
      'https://evil-apps.rokt.com/launcher.js',
      'http://apps.rokt.com/launcher.js',
      'data:text/javascript,0',
      `blob:${location.origin}/0`,
    ]) {
      expect(isAllowed(url), url).to.equal(false);
    }
  });

  it('passes what the page has named, that origin alone', () => {
    expect(isAllowed('https://named.shop.example/launcher.js')).to.equal(false);
    allowScriptOrigin('https://named.shop.example');
    expect(isAllowed('https://named.shop.example/launcher.js')).to.equal(true);
    expect(isAllowed('https://named.shop.example:8443/launcher.js')).to.equal(false);
    expect(isAllowed('https://shop.example/launcher.js')).to.equal(false);
  });

  for (const origin of [
    'ann@shop.example',
    '',
    '*',
    'http://named.example',
    'data:text/javascript,0',
    'null',
  ]) {
    it(`is not opened by allowScriptOrigin(${JSON.stringify(origin)})`, () => {
      expect(() => allowScriptOrigin(origin)).to.throw(
        TypeError,
        /^allowScriptOrigin: expected an https origin$/,
      );
    });
  }

  it('makes a trusted URL where the browser has them, and text of any other origin', () => {
    const trusted: unknown = toScriptUrl(new URL('https://apps.rokt.com/launcher.js'));
    expect(typeof trusted).to.equal(window.trustedTypes ? 'object' : 'string');
    expect(String(trusted)).to.equal('https://apps.rokt.com/launcher.js');
    expect(toScriptUrl(new URL('https://launcher.example/a.js'))).to.equal('https://launcher.example/a.js');
  });
});
