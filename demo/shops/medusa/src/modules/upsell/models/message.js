import { model } from '@medusajs/framework/utils';

/** What the upsell service has told of a sale, by its `webhook-id`. */
export const UpsellMessage = model.define('upsell_message', {
  id: model.text().primaryKey(),
  body: model.json(),
});
