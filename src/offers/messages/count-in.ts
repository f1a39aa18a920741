/** The words that go with a count, by its plural category; `#` is where the number stands. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Writes counts in the language of `tag`: with its digits, and with the words that its plural takes. */
export function countIn(tag: string): (count: number, forms?: Forms) => string {
  const plural = new Intl.PluralRules(tag);
  const digits = new Intl.NumberFormat(tag);
  return (count, forms = { other: '#' }) => {
    const form = forms[plural.select(count)] ?? forms.other;
    return form.replace('#', digits.format(count));
  };
}
