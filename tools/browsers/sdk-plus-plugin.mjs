import { sdkPlusAnswer } from '../../demo/sdk-plus/answers.mjs';

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
