// Connects and disconnects elements, and keeps book of what is still held: timers, observers, and listeners of what stays.
{
  const timers = new Set();
  const observers = new Set();
  const listeners = new Map();
  const { setTimeout: start, clearTimeout: stop, IntersectionObserver: Observer } = window;
  window.setTimeout = (act, ...rest) => {
    const id = start(
      () => {
        timers.delete(id);
        act();
      },
      ...rest,
    );
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => {
    timers.delete(id);
    stop(id);
  };
  window.IntersectionObserver = class extends Observer {
    observe(target) {
      observers.add(this);
      super.observe(target);
    }
    disconnect() {
      observers.delete(this);
      super.disconnect();
    }
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const stays = (target) => [window, document, document.documentElement, document.body].includes(target);
  const keys = new WeakMap();
  let keyCount = 0;
  const keyOf = (listener) => {
    if (!keys.has(listener)) {
      keyCount++;
      keys.set(listener, keyCount);
    }
    return keys.get(listener);
  };
  EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
    if (stays(this ?? window)) {
      const key = `${type} ${keyOf(listener)}`;
      listeners.set(key, type);
      // A signal takes a listener away as well.
      const signal = rest[0]?.signal;
      if (signal) addEventListener.call(signal, 'abort', () => listeners.delete(key));
    }
    return addEventListener.call(this, type, listener, ...rest);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
    if (stays(this ?? window)) listeners.delete(`${type} ${keyOf(listener)}`);
    return removeEventListener.call(this, type, listener, ...rest);
  };

  /** Long enough for what is due, and without the least time that browsers give to timers in timers. */
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  const reached = (element, phase) =>
    new Promise((resolve) => addEventListener.call(element, `placements-${phase}`, resolve, { once: true }));
  const make = (attributes) => {
    const element = document.createElement('rokt-upsell');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  window.cycles = {
    /** Every second element is a new one; it goes at once, while it loads, or, one in twenty, when it is ready. */
    async run(count, attributes) {
      const kept = make(attributes);
      for (let cycle = 0; cycle < count; cycle++) {
        const element = cycle % 2 ? kept : make(attributes);
        const phase = cycle % 20 === 0 ? 'ready' : 'loading';
        const arrival = cycle % 3 === 1 ? undefined : reached(element, phase);
        document.body.append(element);
        await arrival;
        element.remove();
        await task();
      }
    },
    /** A cart is connected to elements and disconnected: at once, or when both were read. */
    async connect(count) {
      const { connectCart } = await import('/script/cart.js');
      const kept = make({});
      const listeners = new Set();
      const upsell = { cartItemId: 'a', catalogItemId: 'care', linkedProductId: 'laptop' };
      const cart = {
        lines: () => [
          { productId: 'laptop', quantity: 1 },
          { productId: 'care', quantity: 1, upsell },
        ],
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        setUpsell() {},
        removeUpsell() {},
      };
      for (let cycle = 0; cycle < count; cycle++) {
        const disconnect = connectCart(cycle % 2 ? kept : make({}), cart);
        if (cycle % 3) await task();
        disconnect();
      }
      if (listeners.size > 0) throw new Error(`${listeners.size} listeners are left in the cart`);
    },
    /** What is held now. */
    held: () => ({
      timers: timers.size,
      observers: observers.size,
      listeners: [...listeners.values()],
      scripts: document.scripts.length,
      elements: document.querySelectorAll('*').length,
    }),
  };
}
