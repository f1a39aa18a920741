import { html, nothing, type TemplateResult } from 'lit';
import { formatPrice } from './format-price.ts';
import type { CardContext } from './card-context.ts';
import { isRequired, isSoldOut, type OfferItem } from './offer-item.ts';
import { quantityField } from './quantity-field.ts';

/** One offer as a list entry. */
export function offerCard(context: CardContext): TemplateResult {
  const { item, index, messages } = context;
  const { cartItem, images, originalPrice, taxNote } = item.offer;
  const { unitPrice, currency, name, description } = cartItem;
  const price = (amount: number) => formatPrice(amount, currency, context.lang);
  const image = images?.[0];
  const state = stateOf(item);
  const notice = context.notice ?? (item.work === 'failed' ? messages.workFailed(name) : undefined);
  return html`<li
    class="card ${state}"
    part="card ${state}"
    data-card=${context.key}
    data-cart-item-id=${item.cartItemId}
    data-catalog-item-id=${cartItem.catalogItemId}
    aria-busy=${item.work === 'pending' ? 'true' : nothing}
  >
    ${
      image
        ? html`<img
            part="image"
            src=${image.url}
            alt=${image.alt ?? ''}
            width="72"
            height="72"
            loading="lazy"
            @error=${hide}
          />`
        : nothing
    }
    <div class="words">
      <h3 id="name-${index}" part="name">${name}</h3>
      ${
        item.isDeclined
          ? nothing
          : html`<p part="description">${description}</p>
              ${smallPrint(context)}`
      }
    </div>
    ${
      item.isDeclined
        ? nothing
        : html`<p class="price" part="price">
            ${
              originalPrice !== undefined && originalPrice > unitPrice
                ? html`<s aria-hidden="true">${price(originalPrice)}</s>
                    <span class="unseen">${messages.was(price(originalPrice))}</span>`
                : nothing
            }
            <strong>${price(unitPrice)}</strong>
            ${item.offer.maximum > 1 ? html`<span>${messages.each}</span>` : nothing}
            ${taxNote ? html`<small>${taxNote}</small>` : nothing}
          </p>`
    }
    <div class="actions">${actions(context)}</div>
    ${notice ? html`<p class="notice" id="notice-${index}" part="notice">${notice}</p>` : nothing}
  </li>`;
}

function smallPrint({ item, messages, follow }: CardContext): TemplateResult | typeof nothing {
  const { seller, terms } = item.offer;
  if (!seller && !terms) return nothing;
  return html`<p class="small" part="small-print">
    ${seller ? html`<span>${seller}</span>` : nothing}
    ${
      terms
        ? html`<a
            href=${terms.url}
            target="_blank"
            rel="noopener"
            @click=${(event: Event) => follow(event, terms.url)}
            >${terms.label ?? messages.terms}<span class="unseen"> (${messages.opensNewTab})</span></a
          >`
        : nothing
    }
  </p>`;
}

function actions(context: CardContext): TemplateResult {
  const { item, messages } = context;
  if (isRequired(item)) return heldActions(context);
  if (item.quantity > 0) return heldActions(context);
  if (isSoldOut(item)) return html`<p class="state" tabindex="-1" data-focus>${messages.soldOut}</p>`;
  const { name } = item.offer.cartItem;
  if (item.isDeclined) {
    return html`<p class="state">${messages.declined}</p>
      <button
        class="plain"
        data-focus
        aria-label="${messages.showAgain}: ${name}"
        @click=${context.showAgain}
      >
        ${messages.showAgain}
      </button>`;
  }
  const { positiveResponseText, negativeResponseText } = item.offer;
  const described = `name-${context.index}`;
  return html`<button
      class="accept"
      part="accept"
      data-focus
      aria-describedby=${described}
      @click=${context.add}
    >
      ${positiveResponseText ?? messages.add(name)}
    </button>
    <button class="decline" part="decline" aria-describedby=${described} @click=${context.decline}>
      ${negativeResponseText ?? messages.decline}
    </button>`;
}

/** The controls of an item that is in the order: its quantity, what it costs, and the way out where there is one. */
function heldActions(context: CardContext): TemplateResult {
  const { item, messages, lang } = context;
  const { cartItem, minimum, maximum } = item.offer;
  const { name, unitPrice, currency, quantityMustBeSynchronized } = cartItem;
  const hasField = maximum > 1 && minimum < maximum && !quantityMustBeSynchronized;
  const isFree = !isRequired(item);
  return html`${
    hasField && !isFree ? html`<p class="state reason" part="state">${stateText(context)}</p>` : nothing
  }${
    hasField
      ? quantityField(context)
      : html`<p class="state" part="state" tabindex="-1" ?data-focus=${!isFree}>${stateText(context)}</p>`
  }
  ${
    item.quantity > 1
      ? html`<p class="total" part="total">
          ${messages.total(formatPrice(unitPrice, currency, lang, item.quantity))}
        </p>`
      : nothing
  }
  ${
    isFree
      ? html`<button
          class="plain"
          part="remove"
          ?data-focus=${!hasField}
          aria-label=${messages.removeItem(name)}
          @click=${(event: Event) => context.setQuantity(event, 0)}
        >
          ${messages.remove}
        </button>`
      : nothing
  }`;
}

/** An image that does not load leaves its place empty, not broken. */
function hide(event: Event): void {
  (event.target as HTMLElement).style.visibility = 'hidden';
}

function stateOf({ isDeclined, quantity }: OfferItem): 'declined' | 'added' | 'available' {
  if (isDeclined) return 'declined';
  return quantity > 0 ? 'added' : 'available';
}

/** What stands where there is nothing to press. */
function stateText({ item, messages }: CardContext): string {
  const { required, cartItem } = item.offer;
  if (required) return `${messages.required}: ${required.reason}`;
  return cartItem.quantityMustBeSynchronized ? messages.follows(item.quantity) : messages.added;
}
