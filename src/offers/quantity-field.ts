import { html, type TemplateResult } from 'lit';
import type { CardContext } from './card-context.ts';
import { isRequired } from './offer-item.ts';

/**
 * A quantity between − and +, in the spinbutton pattern: Up, Down, Home and End, or a typed number.
 *
 * At a required minimum − stays in the tab order and says why it does nothing.
 */
export function quantityField(context: CardContext): TemplateResult {
  const { item, index, messages, setQuantity, notice } = context;
  const { minimum, maximum, cartItem } = item.offer;
  const { quantity } = item;
  const { name } = cartItem;
  const isAtMinimum = isRequired(item) && quantity <= minimum;
  const isAtMaximum = quantity >= maximum;
  const step = (event: Event, to: number) => {
    if (to !== quantity && to >= minimum && to <= maximum) setQuantity(event, to);
  };
  const useKey = (event: KeyboardEvent) => {
    const lowest = Math.max(minimum, 1);
    const targets: Partial<Record<string, number>> = {
      ArrowUp: quantity + 1,
      ArrowDown: Math.max(quantity - 1, lowest),
      Home: lowest,
      End: maximum,
    };
    const to = targets[event.key];
    if (to === undefined) return;
    event.preventDefault();
    step(event, to);
  };
  return html`<div class="quantity" part="quantity" role="group" aria-label=${messages.quantityOf(name)}>
    <button
      aria-label=${messages.removeOne(name)}
      aria-disabled=${isAtMinimum ? 'true' : 'false'}
      aria-describedby=${isAtMinimum ? `range-${index}` : ''}
      @click=${(event: Event) => step(event, quantity - 1)}
    >
      −
    </button>
    <input
      data-focus="keys"
      role="spinbutton"
      inputmode="numeric"
      autocomplete="off"
      aria-label=${messages.quantityOf(name)}
      aria-valuenow=${quantity}
      aria-valuemin=${Math.max(minimum, 1)}
      aria-valuemax=${maximum}
      aria-describedby="range-${index}${notice ? ` notice-${index}` : ''}"
      aria-invalid=${notice ? 'true' : 'false'}
      .value=${String(quantity)}
      @keydown=${useKey}
      @change=${context.type}
    />
    <button
      data-focus="pointer"
      aria-label=${messages.addOne(name)}
      aria-disabled=${isAtMaximum ? 'true' : 'false'}
      @click=${(event: Event) => step(event, quantity + 1)}
    >
      +
    </button>
    <span class="unseen" id="range-${index}"
      >${isAtMinimum ? messages.atMinimum(minimum) : messages.range(Math.max(minimum, 1), maximum)}</span
    >
  </div>`;
}
