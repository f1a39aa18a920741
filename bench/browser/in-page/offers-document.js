/** Offers of one shape: what differs from card to card is text and price. @param {number} count */
export function offersDocument(count) {
  const offers = Array.from({ length: count }, (_, n) => ({
    cartItem: {
      catalogItemId: `plan-${n}`,
      name: `Protection plan ${n}`,
      description: `Covers drops, spills and theft for ${n + 2} months, everywhere you take it.`,
      currency: 'USD',
      unitPrice: 20 + n + 0.99,
      providerData: '{}',
    },
    minimum: 0,
    maximum: 9,
    positiveResponseText: `Add plan ${n}`,
    negativeResponseText: `No plan ${n}`,
  }));
  return { placements: [{ placementId: 'bench', title: 'Add to your order', offers }] };
}
