// The first script of a page under test: it records what happens there, and tells the test that has framed the page.
{
  const EVENTS = ['loading', 'ready', 'empty', 'failed', 'closed'].map((name) => `placements-${name}`);
  const started = performance.now();
  const globals = new Set(Object.getOwnPropertyNames(window));
  const events = [];
  const violations = [];
  const errors = [];
  const warnings = [];
  const listeners = [];
  const element = () => document.querySelector('rokt-upsell') ?? removed;
  let removed;

  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    const isWide = [window, document, document.documentElement, document.body].includes(this ?? window);
    if (isWide && !isProbing) listeners.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  let isProbing = true;

  const state = () => {
    const { phase, error } = element() ?? {};
    const children = [...(element()?.children ?? [])];
    return {
      isDefined: customElements.get('rokt-upsell') !== undefined,
      phase: phase ?? null,
      code: error?.code ?? null,
      shown: children
        .filter((child) => child.checkVisibility({ visibilityProperty: true }))
        .map((child) => child.slot || 'mount'),
      children: children.map((child) => child.slot || 'mount'),
      height: element()?.offsetHeight ?? 0,
      text: document.body?.innerText ?? '',
      isOffered: document.body?.innerText.includes('Add parking') || offersRoot()?.includes('Add parking'),
      events,
      violations,
      errors,
      warnings,
    };
  };
  const offersRoot = () => document.querySelector('rokt-upsell-offers')?.shadowRoot?.textContent;
  const record = ({ type, detail }) => {
    events.push({ type, code: detail.error?.code ?? null, at: performance.now() - started });
  };

  const { warn } = console;
  console.warn = (...words) => {
    warnings.push(words.map(String).join(' '));
    warn.apply(console, words);
  };
  for (const type of EVENTS) document.addEventListener(type, record);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
  });
  window.addEventListener('error', ({ message }) => {
    if (message) errors.push(message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

  const once = async (isTrue) => {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const launcherAsked = () => once(() => window.launcherScript?.isAsked());
  const selectionOpened = () => once(() => window.launcherScript?.hasSelected());
  /** What a policy is to stop: each tells whether it got through. */
  const attempts = {
    inlineScript() {
      const script = document.createElement('script');
      script.textContent = 'window.gotThrough = true';
      document.head.append(script);
      return window.gotThrough === true;
    },
    inlineStyle() {
      const style = document.createElement('style');
      style.textContent = 'html { z-index: 7 }';
      document.head.append(style);
      return getComputedStyle(document.documentElement).zIndex === '7';
    },
    html: () => succeeds(() => Object.assign(document.createElement('p'), { innerHTML: '<b></b>' })),
    policy: () => succeeds(() => window.trustedTypes.createPolicy('other', {})),
    storage: () => succeeds(() => localStorage.length),
    script: () =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve(true);
        script.onerror = () => resolve(false);
        script.src = '/support/page/launcher.js';
        document.head.append(script);
      }),
  };
  const succeeds = (act) => {
    try {
      act();
      return true;
    } catch {
      return false;
    }
  };
  const acts = {
    state,
    message: () => element().error.message,
    select: () => element().select(),
    selectTwice: () => Promise.all([element().select(), selectionOpened().then(() => element().select())]),
    launcherAsked,
    selectionOpened,
    passTime: (ms) => window.heldTime.pass(Number(ms)),
    close: () => element().close(),
    remove() {
      removed = element();
      removed.remove();
    },
    connect: () => document.body.append(removed),
    load(src) {
      const script = document.createElement('script');
      script.type = 'module';
      script.crossOrigin = 'anonymous';
      script.src = src;
      document.head.append(script);
    },
    behave(behaviour) {
      // The launcher script may not be there yet, or never come.
      window.launcherBehaviour = behaviour;
      window.launcherScript?.behave(behaviour);
    },
    style: (name, value) => document.documentElement.style.setProperty(name, value),
    set(properties) {
      Object.assign(element(), properties);
    },
    /** What a framework's first and later renderings do. */
    render({ attributes, children }) {
      const host = element() ?? document.body.appendChild(document.createElement('rokt-upsell'));
      for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      const slotted = children.map((slot) => {
        const child = document.createElement('p');
        child.slot = slot;
        return child;
      });
      host.replaceChildren(...slotted);
    },
    cycle: (...args) => window.cycles.run(...args),
    held: () => window.cycles.held(),
    terminate: () => window.launcherScript.terminate(),
    give() {
      element().launcher = window.Rokt.createLauncher({});
    },
    import: (url) =>
      import(url).then(
        () => true,
        () => false,
      ),
    attempt: (name) => attempts[name](),
    /** Takes away what other pages of this host have left. */
    clearStorage() {
      localStorage.clear();
      sessionStorage.clear();
      for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie}; path=/; max-age=0`;
    },
    traces: async () => ({
      globals: Object.getOwnPropertyNames(window).filter((name) => !globals.has(name)),
      listeners: [...new Set(listeners)],
      databases: (await indexedDB.databases()).map(({ name }) => name),
      cookies: document.cookie,
      stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      requests: performance.getEntriesByType('resource').map(({ name }) => name),
    }),
  };
  window.addEventListener('message', async ({ data: { id, act, args } }) => {
    try {
      parent.postMessage({ id, result: (await acts[act](...args)) ?? null }, '*');
    } catch (thrown) {
      parent.postMessage({ id, failure: String(thrown) }, '*');
    }
  });
  isProbing = false;
  parent.postMessage('probe', '*');
}
