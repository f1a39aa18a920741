import assert from 'node:assert/strict';
import type { startMedusa } from '../../../tools/shops/medusa.mjs';

type Started = Awaited<ReturnType<typeof startMedusa>>;

/** The shop's own interfaces, for what no page of it does. */
export async function openApi(shop: Started) {
  const origin = new URL(shop.url).origin;
  const config = await fetch(`${origin}/shop/config`);
  const { publishableKey } = (await config.json()) as { publishableKey: string };
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
    const response = await fetch(`${origin}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const store = (method: string, path: string, body?: object) =>
    ask(method, `store/${path}`, { 'x-publishable-api-key': publishableKey }, body);
  let authorization = '';
  const signIn = async () => {
    if (authorization) return authorization;
    const user = { email: 'merchant@example.com', password: 'open-sesame' };
    await shop.medusa(['user', '-e', user.email, '-p', user.password]);
    const { body } = await ask('POST', 'auth/user/emailpass', {}, user);
    authorization = `Bearer ${String(body['token'])}`;
    return authorization;
  };
  return {
    /** As a page asks. */
    store,
    /** All that Medusa wants of a cart before it is an order, and the order, without a word of the upsells. */
    async orderByApi(cartId: string) {
      const address = { first_name: 'A', last_name: 'B', address_1: '1', city: 'C', country_code: 'us' };
      await store('POST', `carts/${cartId}`, { email: 'shopper@example.com', shipping_address: address });
      const { body: delivery } = await store('GET', `shipping-options?cart_id=${cartId}`);
      const [option] = delivery['shipping_options'] as unknown as { id: string }[];
      await store('POST', `carts/${cartId}/shipping-methods`, { option_id: option?.id });
      const { body: payment } = await store('POST', 'payment-collections', { cart_id: cartId });
      const { id } = payment['payment_collection'] as unknown as { id: string };
      await store('POST', `payment-collections/${id}/payment-sessions`, { provider_id: 'pp_system_default' });
      return store('POST', `carts/${cartId}/complete`);
    },
    /** The merchant cancels an order. */
    async cancel(orderId: string) {
      const headers = { authorization: await signIn() };
      const { status } = await ask('POST', `admin/orders/${orderId}/cancel`, headers);
      assert.equal(status, 200);
    },
  };
}
