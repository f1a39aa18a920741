import { startScriptServer } from './script-server.mjs';

/**
 * A plugin for web-test-runner with the command `script-server`: the two origins, `{page, cdn}`, of the scripted server,
 * which starts with the first test that asks for it and ends with the run.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function scriptServerPlugin() {
  /** @type {ReturnType<typeof startScriptServer> | undefined} */
  let server;
  return {
    name: 'script-server',
    async executeCommand({ command }) {
      if (command !== 'script-server') return undefined;
      server ??= startScriptServer();
      const { page, cdn } = await server;
      return { page, cdn };
    },
    async serverStop() {
      await (await server)?.stop();
    },
  };
}
