/** Draws the lines of the cart, now and after each change; `tell` is told why a change came to nothing. */
export function showCart(cart, tell) {
  const list = document.querySelector('#lines');
  const change = (event) => {
    const { act, item: id } = event.target.dataset;
    const item = cart.items.find((one) => one.id === id);
    if (!item) return;
    const wanted = { add: item.quantity + 1, subtract: item.quantity - 1, remove: 0 };
    cart.setQuantity(item, wanted[act]).catch((error) => tell(error.message));
  };
  const draw = () => {
    const { act, item } = document.activeElement?.dataset ?? {};
    list.replaceChildren(...cart.items.map((line) => toLine(line, cart)));
    if (item) list.querySelector(`[data-act="${act}"][data-item="${item}"]`)?.focus();
    document.querySelector('#total').textContent = cart.total;
  };
  list.addEventListener('click', change);
  cart.subscribe(draw);
}

function toLine({ id, title, product_title: product, quantity, unit_price: price, metadata }, cart) {
  const name = metadata?.upsell ? title : product;
  const button = (act, label, text) =>
    build(
      'button',
      { type: 'button', 'data-act': act, 'data-item': id, 'aria-label': `${label} ${name}` },
      text,
    );
  // A care plan has the quantity of its laptop.
  const isFixed = metadata?.upsell?.quantityMustBeSynchronized === true;
  const steps = isFixed ? [] : [button('subtract', 'Remove one', '−'), button('add', 'Add one', '+')];
  const count = build('output', { class: 'line-quantity' }, String(quantity));
  const stepper = build('div', { class: 'stepper' }, ...steps.slice(0, 1), count, ...steps.slice(1));
  return build(
    'li',
    {
      class: 'line',
      'data-line': metadata?.upsell?.catalogItemId ?? id,
      ...(isFixed && { 'data-fixed': '' }),
    },
    build('span', { class: 'line-name' }, name),
    build('span', { class: 'line-total' }, cart.format(price * quantity)),
    build('span', { class: 'line-unit-price' }, `${cart.format(price)} each`),
    stepper,
    button('remove', 'Remove', 'Remove'),
  );
}

function build(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
