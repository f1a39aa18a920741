// What comes under SDK+'s URL: mParticle's SDK, as it ships, a kit for Rokt, and the start of both with an account's configuration.
//
// In its query: `launcher`, the launcher script that the kit loads, and `account`, for whom; `kit=missing`, an account without the kit;
// `kit=blocked`, one whose kit never runs; `identity=refused`, no answer who the shopper is.
{
  const { currentScript } = document;
  const { host, searchParams } = new URL(currentScript.src);
  const load = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(path, currentScript.src).href;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${path} did not load`));
      document.head.append(script);
    });

  const services = {
    identityUrl: searchParams.get('identity') === 'refused' ? '127.0.0.1:9/' : `${host}/mparticle/identity/`,
    ...Object.fromEntries(
      [
        'aliasUrl',
        'configUrl',
        'userAudienceUrl',
        'v1SecureServiceUrl',
        'v2SecureServiceUrl',
        'v3SecureServiceUrl',
      ].map((name) => [name, `${host}/mparticle/events/`]),
    ),
  };
  const lists = ['eventTypeFilters', 'eventNameFilters', 'screenNameFilters', 'screenAttributeFilters'];
  const userLists = ['userIdentityFilters', 'userAttributeFilters', 'attributeFilters'];
  const kit = {
    name: 'Rokt',
    moduleId: 181,
    // A kit is configured only where this equals `isDevelopmentMode`.
    isDebug: true,
    isVisible: true,
    settings: { accountId: searchParams.get('account') ?? '222', launcherUrl: searchParams.get('launcher') },
    ...Object.fromEntries([...lists, ...userLists].map((name) => [name, []])),
  };

  const start = async () => {
    await load('/node_modules/@mparticle/web-sdk/dist/mparticle.js');
    if (!searchParams.has('kit')) await load('kit.js');
    const config = {
      ...window.mParticle.config,
      ...services,
      isDevelopmentMode: true,
      requestConfig: false,
      forceHttps: false,
      logLevel: 'none',
      kitConfigs: searchParams.get('kit') === 'missing' ? [] : [kit],
    };
    // A key of its own, so that no page before it has left a user behind.
    window.mParticle.init(`key-${crypto.randomUUID()}`, config);
    currentScript.dispatchEvent(new Event('started'));
  };
  void start();
}
