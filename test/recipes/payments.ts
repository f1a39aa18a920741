/** What a payment provider is to a shop: it charges once, and gives the same money back once. */
export function createPayments() {
  const charged: [amount: number, currency: string][] = [];
  const refunds = new Map<string, [payment: string, amount: number]>();
  let isDeclining = false;
  return {
    charged,
    get refunded() {
      return [...refunds.values()];
    },
    /** From now on every card is declined. */
    decline() {
      isDeclining = true;
    },
    async charge(amount: number, currency: string): Promise<string> {
      if (isDeclining) throw new Error('declined');
      if (!Number.isSafeInteger(amount)) throw new Error(`expected minor units, got ${amount}`);
      charged.push([amount, currency]);
      return Promise.resolve(`payment-${charged.length}`);
    },
    async refund(
      payment: string,
      amount: number,
      { idempotencyKey }: { readonly idempotencyKey: string },
    ): Promise<void> {
      if (!Number.isSafeInteger(amount)) throw new Error(`expected minor units, got ${amount}`);
      refunds.set(idempotencyKey, [payment, amount]);
      return Promise.resolve();
    },
  };
}

/** A payment provider, as the samples use it. */
export type Payments = ReturnType<typeof createPayments>;
