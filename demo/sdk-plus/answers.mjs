/** Where a server stands in for mParticle's. */
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
