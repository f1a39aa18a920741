import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** Presses the middle of `element` with the mouse, `times` times in a row, as a hand does. */
export async function press(element: Element, times = 1): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  for (let n = 0; n < times; n++) await sendMouse({ type: 'click', position });
}

/** Presses keys one after the other; a key by its name, such as `Tab`. */
export async function keys(...names: string[]): Promise<void> {
  for (const name of names) await sendKeys({ press: name });
}

/** The element that has the focus, down through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
