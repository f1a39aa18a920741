/** Every wish for a quantity that a selection was sent. */
export const wishes = ({ sends }: { sends: readonly { name: string; data: unknown }[] }) =>
  sends.flatMap(({ name, data }) => (name === 'V2_UPDATE_CART_ITEM' ? [data] : []));

/** What a page's cart holds of a product. */
export const line = (cartItemId: string, quantity: number, catalogItemId = 'parking') => ({
  cartItemId,
  catalogItemId,
  quantity,
});
