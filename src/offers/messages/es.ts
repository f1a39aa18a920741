import { addMessages } from './add-messages.ts';
import { countIn } from './count-in.ts';
import type { OfferMessages } from '../messages.ts';

/** What offers say in Spanish. */
export function spanish(lang: string): OfferMessages {
  const count = countIn(lang);
  const units = (quantity: number) => count(quantity, { one: '# unidad', other: '# unidades' });
  return {
    direction: 'ltr',
    heading: 'Añada algo a su pedido',
    required: 'Obligatorio',
    included: 'Incluido en todos los pedidos',
    soldOut: 'Agotado',
    expired: 'Oferta finalizada',
    until: (time) => `Termina: ${time}`,
    noneLeft: 'No quedan más',
    add: (name) => `Añadir ${name}`,
    added: 'Añadido',
    decline: 'No, gracias',
    declined: 'No añadido',
    showAgain: 'Mostrar de nuevo',
    remove: 'Quitar',
    removeItem: (name) => `Quitar ${name}`,
    removed: 'Quitado',
    undo: 'Deshacer',
    undoRemoval: (name) => `Deshacer: conservar ${name}`,
    tryAgain: 'Reintentar',
    addOne: (name) => `Añadir uno: ${name}`,
    removeOne: (name) => `Quitar uno: ${name}`,
    quantityOf: (name) => `Cantidad: ${name}`,
    range: (lowest, maximum) => `Puede añadir de ${count(lowest)} a ${count(maximum)}.`,
    atMinimum: (minimum) => `Todos los pedidos incluyen al menos ${units(minimum)}.`,
    atMaximum: (maximum) => `Máximo ${units(maximum)} por pedido`,
    follows: (quantity) => `${units(quantity)}, una por artículo de su cesta`,
    nowFollows: (quantity, total) => `Ahora ${units(quantity)}, una por artículo de su cesta: ${total}`,
    each: 'por unidad',
    was: (price) => `antes ${price}`,
    total: (price) => `Importe: ${price}`,
    priceChanged: (price, before) => `El precio es ahora ${price} (antes ${before})`,
    keep: 'Aceptar',
    keepItem: (name) => `Aceptar: ${name}`,
    terms: 'Condiciones',
    opensNewTab: 'se abre en una pestaña nueva',
    details: 'Detalles',
    previous: 'Oferta anterior',
    next: 'Oferta siguiente',
    position: (place, of) => `${count(place)} de ${count(of)}`,
    workFailed: (name) => `${name}: no se ha guardado el cambio.`,
    announceHeld: (name, quantity, total) => `${name}: ${units(quantity)} en su pedido, ${total}`,
    announceRemoved: (name) => `${name}: ya no está en su pedido`,
  };
}

addMessages('es', spanish);
