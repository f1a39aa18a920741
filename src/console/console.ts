import { ConsoleTime } from './console-time.ts';
import { UpsellConsole } from './upsell-console.ts';

customElements.define('console-time', ConsoleTime);
customElements.define('upsell-console', UpsellConsole);
