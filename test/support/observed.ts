/** Resolves once the browser has told whoever observes `element` by now whether it is in view. */
export function observed(element: Element): Promise<void> {
  return new Promise((resolve) => {
    // Observers are told in the order in which they were made.
    const last = new IntersectionObserver(() => {
      last.disconnect();
      resolve();
    });
    last.observe(element);
  });
}
