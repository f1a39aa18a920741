import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { timeLeft, toMinorUnits, TransactionError } from 'rokt-upsell/client';
import { UPSELL } from '../modules/upsell/service.js';
import { read, updateLine, upsellLines } from './lines.js';

/**
 * Holds the cart's upsells, and gives their lines the prices of the holds: these are charged. A line that cannot be had goes;
 * it costs nobody the order.
 *
 * @returns {Promise<{title: string, change: 'dearer' | 'gone'}[]>} what the shopper has not seen yet
 */
export async function reserve(container, cartId) {
  const cart = await read(container, 'cart', cartId);
  const held = await hold(container, cart);
  const news = [];
  for (const line of upsellLines(cart)) {
    const { upsell } = line.metadata;
    const reservation = held.find(({ cartItemId }) => cartItemId === upsell.cartItemId);
    if (!reservation) news.push({ title: line.title, change: 'gone' });
    else if (isDearer(reservation, line)) news.push({ title: line.title, change: 'dearer' });
    await updateLine(container, cartId, line.id, {
      quantity: reservation ? line.quantity : 0,
      unit_price: reservation?.unitPrice ?? line.unit_price,
      metadata: { upsell: { ...upsell, reservation } },
    });
  }
  return news;
}

async function hold(container, cart) {
  const items = upsellLines(cart).map(({ quantity, metadata }) => {
    return { cartItemId: metadata.upsell.cartItemId, quantity };
  });
  if (items.length === 0) return [];
  const { transactions } = container.resolve(UPSELL);
  try {
    const answer = await transactions.cart.reserve({ cartId: cart.id, items }, sessionOf(cart));
    const held = answer.items.filter((item) => item.success && isInCurrencyOf(cart, item));
    // By our own clock, whatever the service's says.
    return held.map((item) => ({ ...item, expiresAt: Date.now() + timeLeft(answer, item) }));
  } catch (error) {
    return shrug(container, error, []);
  }
}

/** Lets go all that the cart holds: the shopper has gone back. */
export async function release(container, cartId) {
  const cart = await read(container, 'cart', cartId);
  await letGo(container, cart, reservationsOf(cart));
  for (const { id, quantity, metadata } of upsellLines(cart)) {
    const { reservation, ...upsell } = metadata.upsell;
    if (reservation) await updateLine(container, cartId, id, { quantity, metadata: { upsell } });
  }
}

/** Lets go some of it. A hold ends by itself, too. */
export async function letGo(container, cart, reservations) {
  if (reservations.length === 0) return;
  const { transactions } = container.resolve(UPSELL);
  const items = reservations.map(({ cartItemId, itemReservationId }) => ({ cartItemId, itemReservationId }));
  try {
    await transactions.cart.release({ cartId: cart.id, items }, sessionOf(cart));
  } catch (error) {
    shrug(container, error);
  }
}

/** Whether a line is held as it stands, at its price. */
export function isReserved({ quantity, unit_price: unitPrice, metadata }) {
  const { cartItemId, reservation } = metadata.upsell;
  if (!reservation || reservation.cartItemId !== cartItemId) return false;
  const { currency, expiresAt } = reservation;
  const isSamePrice = toMinorUnits(reservation.unitPrice, currency) === toMinorUnits(unitPrice, currency);
  return isSamePrice && reservation.quantity === quantity && expiresAt > Date.now();
}

/** What is held for the lines of a cart or an order. */
export function reservationsOf(order) {
  return upsellLines(order).flatMap(({ metadata }) => metadata.upsell.reservation ?? []);
}

/** The session that `placements.any` has begun for a cart; its order keeps it. */
export function sessionOf({ metadata }) {
  return { sessionId: metadata?.upsellSessionId };
}

function isDearer({ unitPrice, currency }, line) {
  return toMinorUnits(unitPrice, currency) > toMinorUnits(line.unit_price, currency);
}

function isInCurrencyOf(cart, { currency }) {
  return currency.toLowerCase() === cart.currency_code;
}

/** An upsell service that cannot be reached keeps nobody from buying. */
function shrug(container, error, result) {
  if (!(error instanceof TransactionError)) throw error;
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(error.message);
  return result;
}
