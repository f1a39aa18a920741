/** The environment of this process without what is ours: a command takes it for its settings, and some of it is for tests. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('ROKT_UPSELL_'));
  return Object.fromEntries(entries);
}
