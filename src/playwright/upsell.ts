import type { Locator, Page } from '@playwright/test';
import type { DevAccount } from '../service/index.ts';

/** What a tag holds, as `cartItems` of `<rokt-upsell>` has it. */
export interface HeldCartItem {
  /** Of the offer in this placement, until it is selected anew. */
  readonly cartItemId: string;
  /** The product, the same in each placement. */
  readonly catalogItemId: string;
  /** How many: 1 or more. */
  readonly quantity: number;
  /** Of one, in major units of `currency`: 19.99. */
  readonly unitPrice?: number;
  /** Of all of them, in major units of `currency`. */
  readonly totalPrice?: number;
  /** ISO 4217, such as `USD`. */
  readonly currency?: string;
}

/** An account of the service, and the page that shows its offers. */
export interface Upsell extends DevAccount {
  /** Where the service listens: `baseUrl` of your server's transaction client. */
  readonly url: string;
  /** The `<rokt-upsell>` of the page. */
  readonly tag: Locator;
  /**
   * What its first selection comes to.
   *
   * @throws {Error} Playwright's, when it comes to none of them in time
   */
  phase(): Promise<'ready' | 'empty' | 'failed'>;
  /** What the tag holds now. */
  cartItems(): Promise<readonly HeldCartItem[]>;
  /** The session id that your server needs, from the tag. */
  sessionId(): Promise<string>;
}

/** The public face of the tag, as far as it is asked here. */
interface Tag {
  readonly phase?: string;
  readonly cartItems: readonly HeldCartItem[];
  getSessionId(): Promise<string>;
}

/** Points every `<rokt-upsell>` that the page will have at the account, and watches the first of them. */
export async function openUpsell(page: Page, url: string, account: DevAccount): Promise<Upsell> {
  await page.addInitScript(pointTags, { accountId: account.accountId, offersUrl: url });
  const tag = page.locator('rokt-upsell').first();
  return {
    ...account,
    url,
    tag,
    async phase() {
      const found = await page.waitForFunction(settledPhase);
      return (await found.jsonValue()) as 'ready' | 'empty' | 'failed';
    },
    cartItems: () => tag.evaluate((element) => [...(element as unknown as Tag).cartItems]),
    sessionId: () => tag.evaluate((element) => (element as unknown as Tag).getSessionId()),
  };
}

function settledPhase(): string | false {
  const phase = (document.querySelector('rokt-upsell') as unknown as Tag | null)?.phase;
  return ['ready', 'empty', 'failed'].find((one) => one === phase) ?? false;
}

/** Runs in the page, before its own scripts: what the page says of where its offers come from counts no more. */
function pointTags(given: { readonly accountId: string; readonly offersUrl: string }): void {
  const point = (tag: Element) => {
    if (tag.getAttribute('offers-url') === given.offersUrl) return;
    tag.setAttribute('account-id', given.accountId);
    tag.setAttribute('offers-url', given.offersUrl);
    tag.removeAttribute('fallback');
  };
  const observer = new MutationObserver(() => {
    for (const tag of document.querySelectorAll('rokt-upsell')) point(tag);
  });
  observer.observe(document, { childList: true, subtree: true });
}
