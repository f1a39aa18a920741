/** Brings the offer before or after the one in view into view. It turns at the shopper's press alone. */
export function turn(list: Element, by: 1 | -1): void {
  list.children[placeOf(list) + by]?.scrollIntoView({ block: 'nearest', inline: 'start' });
}

/** The offer that is in view, counted from 0: the last one where the list has been brought to its end. */
export function placeOf(list: Element): number {
  const { scrollLeft, scrollWidth, clientWidth, children } = list;
  const [first, second] = [...children].map((child) => child.getBoundingClientRect().left);
  const step = Math.abs((second ?? 0) - (first ?? 0));
  const isAtEnd = Math.abs(scrollLeft) + clientWidth >= scrollWidth - 1;
  if (isAtEnd || step === 0) return Math.max(children.length - 1, 0);
  return Math.round(Math.abs(scrollLeft) / step);
}
