/** The whole number that a shopper has typed, in the digits of any script and with blanks around it; undefined where it is none. */
export function toTypedQuantity(text: string): number | undefined {
  // Full-width digits, and those of mathematics, are plain ones in another dress.
  const typed = text.normalize('NFKC').trim();
  if (!/^\p{Nd}{1,9}$/u.test(typed)) return undefined;
  return Number(Array.from(typed, digitOf).join(''));
}

/** The value of a decimal digit. Each script has its ten in a row that begins at a code ending in 0 or 6 (hexadecimal). */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const low = code % 16;
  return /\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6;
}
