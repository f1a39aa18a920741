/** Where the test servers stand in for mParticle's. */
const PREFIX = '/mparticle/';

/**
 * What mParticle's servers say to a call of its SDK, as JSON: who the shopper is, else nothing that counts; undefined for a
 * path that is none of theirs.
 * @param {string} path
 */
export function sdkPlusAnswer(path) {
  if (!path.startsWith(PREFIX)) return undefined;
  if (!path.startsWith(`${PREFIX}identity/`)) return '{}';
  return JSON.stringify({
    mpid: '7346244611012968789',
    context: null,
    is_ephemeral: false,
    is_logged_in: false,
    matched_identities: {},
  });
}

/**
 * A plugin for web-test-runner that answers the calls of mParticle's SDK.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function sdkPlusPlugin() {
  return {
    name: 'sdk-plus',
    serve({ path }) {
      const body = sdkPlusAnswer(path);
      return body === undefined ? undefined : { body, type: 'json' };
    },
  };
}
