/**
 * How well texts in the language of `tag` suit a page in `lang`: 3 in its very region, 2 in its language whatever the region,
 * 1 in that of another region, 0 in another language or script. `de` suits `de-CH`, `pt-BR` suits `pt`, and `zh-Hant` suits `zh-TW`,
 * which `zh` does not.
 */
export function languageFit(tag: string, lang: string): number {
  const texts = new Intl.Locale(tag);
  const wanted = toLocale(lang)?.maximize();
  const { language, script, region } = texts.maximize();
  if (wanted?.language !== language || wanted.script !== script) return 0;
  if (wanted.region === region) return 3;
  return texts.region === undefined ? 2 : 1;
}

/** What `lang` means, also as Java writes it (`de_CH`); undefined where it is no language tag. */
export function toLocale(lang: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(lang.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
