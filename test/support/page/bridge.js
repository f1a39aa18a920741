/* A script of the page's own: keeps a cart, by the `cart.js` that its address names. */
const { connectCart } = await import(new URL(import.meta.url).searchParams.get('cart'));
const said = document.createElement('p');
connectCart(document.querySelector('rokt-upsell'), {
  lines: () => [],
  subscribe: () => () => {},
  setUpsell: () => {},
  removeUpsell: () => {},
});
said.textContent = 'The bridge runs.';
document.body.append(said);
