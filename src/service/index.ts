export { isSignedWebhook, signWebhook, type WebhookHeaders } from './fulfilment/sign.ts';
