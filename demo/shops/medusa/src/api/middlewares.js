import { defineMiddlewares, validateAndTransformBody } from '@medusajs/framework/http';
import { z } from '@medusajs/framework/zod';
import express from 'express';

const upsell = z.object({
  cartItemId: z.string(),
  catalogItemId: z.string(),
  linkedProductId: z.string().optional(),
  quantityMustBeSynchronized: z.boolean().optional(),
  quantity: z.number().int().min(0).max(999),
  unitPrice: z.number().min(0),
  name: z.string().max(200),
});

export default defineMiddlewares({
  routes: [
    {
      matcher: '/store/carts/:id/upsells',
      methods: ['POST'],
      middlewares: [validateAndTransformBody(upsell)],
    },
    // A signature is over the bytes of a message.
    { matcher: '/hooks/upsell', methods: ['POST'], bodyParser: { preserveRawBody: true } },
    // The page.
    { matcher: '/shop', middlewares: [express.static('storefront')] },
    { matcher: '/script', middlewares: [express.static('node_modules/rokt-upsell/dist/script')] },
    { matcher: '/assets', middlewares: [express.static('../../assets')] },
  ],
});
