// Made from the schema in src/contract/offers.ts by `npm run wire`.
import type { Shape } from './shape-faults.ts';

/** The shape of an `offers.json`. */
export const OFFERS_SHAPE: Shape = {
  type: 'object',
  required: ['placements'],
  properties: {
    $schema: { type: 'string' },
    sessionId: { type: 'string' },
    placements: {
      type: 'array',
      items: {
        type: 'object',
        required: ['offers'],
        properties: {
          placementId: { type: 'string' },
          target: { type: 'string', minLength: 1 },
          title: { type: 'string', minLength: 1 },
          offers: {
            type: 'array',
            items: {
              type: 'object',
              required: ['cartItem', 'minimum', 'maximum'],
              properties: {
                cartItem: {
                  type: 'object',
                  required: ['catalogItemId', 'currency', 'name', 'unitPrice'],
                  properties: {
                    cartItemId: { type: 'string', minLength: 1 },
                    catalogItemId: { type: 'string', minLength: 1 },
                    currency: {
                      type: 'string',
                      pattern: '^[A-Za-z]{3}$',
                      description: 'an ISO 4217 code such as "USD"',
                    },
                    name: { type: 'string', minLength: 1 },
                    description: { type: 'string' },
                    providerData: { type: 'string' },
                    unitPrice: { type: 'number', minimum: 0 },
                    linkedProductId: { type: 'string', minLength: 1 },
                    quantityMustBeSynchronized: { type: 'boolean' },
                  },
                },
                minimum: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
                maximum: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
                required: {
                  type: 'object',
                  required: ['reason'],
                  properties: { reason: { type: 'string', minLength: 1 } },
                },
                images: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['url'],
                    properties: { url: { type: 'string', minLength: 1 }, alt: { type: 'string' } },
                  },
                },
                originalPrice: { type: 'number', minimum: 0 },
                taxNote: { type: 'string', minLength: 1 },
                terms: {
                  type: 'object',
                  required: ['url'],
                  properties: {
                    url: {
                      type: 'string',
                      minLength: 1,
                      pattern:
                        '^(?![\\u0000-\\u0020]*[A-Za-z][A-Za-z0-9+.\\t\\n\\r-]*:)|^[\\u0000-\\u0020]*[Hh][Tt][Tt][Pp][Ss]?:',
                      description: 'an http or https URL, or one relative to the page',
                    },
                    label: { type: 'string' },
                  },
                },
                seller: { type: 'string', minLength: 1 },
                inventoryStatus: { type: 'string', minLength: 1 },
                expiresAt: {
                  type: 'string',
                  pattern:
                    '^\\d{4}-(0[1-9]|1[0-2])-[0-3]\\dT([01]\\d|2[0-3])(:[0-5]\\d){1,2}(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
                  description: 'a time such as "2026-12-05T18:00:00+01:00"',
                },
                positiveResponseText: { type: 'string', minLength: 1 },
                negativeResponseText: { type: 'string', minLength: 1 },
                preSelectedQuantity: { type: 'number' },
              },
            },
          },
        },
      },
    },
  },
};
