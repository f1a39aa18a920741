import { upsellEvents } from '/demo/log.js';

/** Each scene by hand: builds it under `root`, and returns what brings it in line with a state. */
export const sceneBuilders = {
  attributes(root) {
    const upsell = append(root);
    return ({ accountId, identifier, timeout }) => {
      for (const [name, value] of Object.entries({ 'account-id': accountId, identifier, timeout })) {
        if (value === undefined) upsell.removeAttribute(name);
        else upsell.setAttribute(name, value);
      }
    };
  },
  properties(root) {
    const upsell = append(root);
    return (state) => Object.assign(upsell, state);
  },
  booleans(root) {
    const upsell = append(root);
    return ({ sandbox, noTargeting }) => {
      upsell.toggleAttribute('sandbox', sandbox);
      upsell.toggleAttribute('no-targeting', noTargeting);
    };
  },
  events(root, hear) {
    const upsell = append(root);
    for (const type of upsellEvents) {
      upsell.addEventListener(type, (event) => hear(event.type, 'a function'));
      upsell.addEventListener(type, { handleEvent: (event) => hear(event.type, 'an object') });
      root.addEventListener(type, (event) => hear(event.type, 'a function of its parent'));
    }
    return () => {};
  },
  children(root) {
    const upsell = append(root);
    const mount = upsell.appendChild(Object.assign(document.createElement('div'), { id: 'own-mount' }));
    const note = upsell.appendChild(Object.assign(document.createElement('p'), { slot: 'failed' }));
    return ({ items, failed }) => {
      mount.replaceChildren(
        ...items.map((item) => Object.assign(document.createElement('span'), { textContent: item })),
      );
      note.textContent = failed;
    };
  },
  remount(root) {
    let upsell;
    return ({ shown }) => {
      if (shown) upsell ??= append(root);
      else upsell = upsell?.remove();
    };
  },
};

function append(root) {
  return root.appendChild(document.createElement('rokt-upsell'));
}
