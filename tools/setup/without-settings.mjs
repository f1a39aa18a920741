/** The command takes variables of this name for its settings: those of the tests are none. */
export function withoutSettings() {
  const names = Object.keys(process.env).filter((name) => name.startsWith('ROKT_UPSELL_'));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
