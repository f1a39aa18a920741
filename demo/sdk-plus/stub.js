// What Rokt's snippet leaves on a page before SDK+ has come: a stub whose calls return nothing and wait in one queue, `config.rq`.
{
  const queue = [];
  const queued =
    (name) =>
    (...args) =>
      void queue.push([name, ...args]);
  const methods = ['selectPlacements', 'hashAttributes', 'setExtensionData', 'use', 'terminate'];
  window.mParticle = {
    // What the page has configured before stays.
    config: { ...window.mParticle?.config, rq: queue },
    ready: (callback) => void queue.push(callback),
    logEvent: queued('logEvent'),
    Identity: { login: queued('Identity.login') },
    Rokt: Object.fromEntries(methods.map((name) => [name, queued(`Rokt.${name}`)])),
  };
}
