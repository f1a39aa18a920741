import type { Rgb } from './contrast-ratio.ts';

/**
 * Resolves colours as they are in the shadow tree of some offers. A value that is no colour, such as a gradient, is undefined: nobody
 * knows where in it a letter stands.
 */
export class Painter {
  readonly #offers: Element;
  readonly #probe = document.createElement('i');
  readonly #context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  constructor(offers: Element) {
    this.#offers = offers;
    this.#probe.hidden = true;
  }

  /** What `read` gives while the offers' shadow tree has a place to try colours in. */
  within<T>(read: () => T): T {
    this.#offers.shadowRoot?.append(this.#probe);
    try {
      return read();
    } finally {
      this.#probe.remove();
    }
  }

  /** The colour of a token under its short name, such as `text-muted`; without one, what the text around has. */
  token(name: string): string | undefined {
    if (name === 'heading') return this.resolve('var(--rokt-upsell-heading, inherit)');
    return this.resolve(getComputedStyle(this.#offers).getPropertyValue(`--${name}`));
  }

  /** A colour in whatever notation, as one that needs nothing around it. */
  resolve(colour: string): string | undefined {
    if (!CSS.supports('color', colour)) return undefined;
    this.#probe.style.color = colour;
    // What is on no page has none.
    return getComputedStyle(this.#probe).color || undefined;
  }

  /** What stands behind the offers: the page's own colours, from the first that lets nothing through; undefined where a picture does. */
  behindOffers(): readonly string[] | undefined {
    const layers: string[] = [];
    for (let element = parentOf(this.#offers); element; element = parentOf(element)) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      if (backgroundImage !== 'none') return undefined;
      layers.unshift(backgroundColor);
      const [, , , alpha] = this.#paint(['#0000', backgroundColor]);
      if (alpha === 255) return layers;
    }
    return [this.resolve('Canvas') ?? '#fff', ...layers];
  }

  /** What the eye sees of these colours, the last one on top. */
  mix(layers: readonly string[]): Rgb {
    const [red = 0, green = 0, blue = 0] = this.#paint(layers);
    return [red, green, blue];
  }

  #paint(layers: readonly string[]): Uint8ClampedArray {
    const context = this.#context;
    if (!context) return new Uint8ClampedArray(4);
    context.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    return context.getImageData(0, 0, 1, 1).data;
  }
}

/** What an element is drawn in, out of shadow trees too. */
function parentOf(element: Element): Element | null {
  const { assignedSlot, parentNode } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}
