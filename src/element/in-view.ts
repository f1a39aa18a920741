/** Calls `act` once, when `element` is in view (or out of it, as `wanted` says). The result stops waiting. */
export function onceInView(
  element: Element,
  wanted: boolean,
  rootMargin: string,
  act: () => void,
): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)?.isIntersecting !== wanted) return;
      observer.disconnect();
      act();
    },
    { rootMargin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
