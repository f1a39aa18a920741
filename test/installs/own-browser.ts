const launch = { executablePath: process.env['ROKT_UPSELL_CHROMIUM'] ?? '', args: ['--no-sandbox'] };

/** A configuration of web-test-runner that takes the tests' browser, and all else of the one beside it. */
export const ownBrowser = `import { chromeLauncher } from '@web/test-runner-chrome';
import config from './web-test-runner.config.js';
export default { ...config, browsers: [chromeLauncher({ launchOptions: ${JSON.stringify(launch)} })] };`;
