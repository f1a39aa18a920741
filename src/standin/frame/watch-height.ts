/** Tells the height of `element`, now and whenever it has another. */
export function watchHeight(element: Element, tell: (height: number) => void): void {
  let told: number | undefined;
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== told) tell(height);
    told = height;
  };
  measure();
  new ResizeObserver(measure).observe(element);
}
