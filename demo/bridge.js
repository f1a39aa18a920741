// @ts-check

/**
 * Keeps the shop's cart and `<rokt-upsell>` aligned: facts come by its event, wishes go by its method.
 * @param {any} upsell @param {import('./shop-cart.js').ShopCart} cart @param {(type: string, details: object) => void} note
 */
export function connect(upsell, cart, note) {
  const attributes = JSON.parse(upsell.getAttribute('placement-attributes'));
  const asked = new Map(); // the last wish for each item: nothing is asked twice, no echo is answered

  async function wish(/** @type {string} */ cartItemId, /** @type {number} */ quantity) {
    asked.set(cartItemId, quantity);
    try {
      const { outcome, cartItem } = await upsell.updateCartItem({ cartItemId, quantity });
      note(outcome, { cartItemId, wished: quantity, quantity: cartItem?.quantity ?? 0 });
      const reason =
        quantity > 0 ? `The offer does not allow ${quantity}.` : 'Required: it stays in the order.';
      if (outcome !== 'applied') cart.setNotice(cartItem?.cartItemId ?? cartItemId, reason);
    } catch (/** @type {any} */ error) {
      note('rejected', { cartItemId, wished: quantity, code: error.code ?? error.name });
      cart.setNotice(cartItemId, 'Could not be changed just now. Please try again.');
    }
  }
  function alignLinkedItems() {
    for (const { cartItemId, linkedProductId, isSynchronized, quantity } of cart.upsells()) {
      const product = cart.products().find((one) => one.productId === linkedProductId);
      const wanted = product && (isSynchronized || product.quantity === 0) ? product.quantity : quantity;
      if (wanted === quantity) asked.delete(cartItemId);
      else if (asked.get(cartItemId) !== wanted) wish(cartItemId, wanted);
    }
  }
  upsell.addEventListener('cart-item-updated', (/** @type {CustomEvent} */ { detail }) => {
    if (detail.origin !== 'page') asked.delete(detail.cartItem?.cartItemId);
    cart.replaceUpsells(detail.cartItems);
  });
  cart.onUpsellWish = wish;
  cart.subscribe(alignLinkedItems);
  cart.subscribe(() => (upsell.placementAttributes = { ...attributes, cartTotal: cart.decimalTotal() }));
}
