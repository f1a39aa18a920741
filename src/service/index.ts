export type { ItemCancelled, ItemConfirmed, WebhookBody, WebhookItem } from '../contract/wire.ts';
export { audit, type Audit, type AuditOptions, type Counted, type Finding } from './audit/audit.ts';
export type { OfferFate, Unmet } from './catalogue/offer-fate.ts';
export type {
  AccountClock,
  AccountFaults,
  DevAccount,
  DevAccountOptions,
  ReceivedWebhook,
} from './dev/dev-account.ts';
export type { Fault, FaultOutcome } from './dev/faults.ts';
export type { Charge, ChargedItem } from './dev/report/charge.ts';
export type { Report, ReportFinding, ReportRequest, RuleReport } from './dev/report/report.ts';
export type { LoggedRequest } from './dev/request-log.ts';
export {
  type HeaderPairs,
  type HeadersByName,
  type HeadersWithGet,
  isSignedWebhook,
  type ReceivedHeaders,
  signWebhook,
  type WebhookHeaders,
  type WebhookSecrets,
} from './fulfilment/sign.ts';
export type { AccountRows, Row } from './store/account-rows.ts';
export type { SqlValue } from './store/store.ts';
export { startService, type StartedService, type StartOptions } from './start-service.ts';
