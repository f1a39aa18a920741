export type {
  AccountClock,
  AccountFaults,
  DevAccount,
  DevAccountOptions,
  ReceivedWebhook,
} from './dev/dev-account.ts';
export type { Fault } from './dev/faults.ts';
export type { LoggedRequest } from './dev/request-log.ts';
export {
  isSignedWebhook,
  type ReceivedHeaders,
  signWebhook,
  type WebhookHeaders,
} from './fulfilment/sign.ts';
export { startService, type StartedService, type StartOptions } from './start-service.ts';
