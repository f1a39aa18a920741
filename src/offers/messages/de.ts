import { addMessages } from './add-messages.ts';
import { countIn } from './count-in.ts';
import type { OfferMessages } from '../messages.ts';

/** What offers say in German. */
export function german(lang: string): OfferMessages {
  const count = countIn(lang);
  return {
    direction: 'ltr',
    heading: 'Zu Ihrer Bestellung hinzufügen',
    required: 'Erforderlich',
    included: 'In jeder Bestellung enthalten',
    soldOut: 'Ausverkauft',
    expired: 'Angebot abgelaufen',
    until: (time) => `Endet: ${time}`,
    noneLeft: 'Nicht mehr erhältlich',
    add: (name) => `${name} hinzufügen`,
    added: 'Hinzugefügt',
    decline: 'Nein, danke',
    declined: 'Nicht hinzugefügt',
    showAgain: 'Wieder anzeigen',
    remove: 'Entfernen',
    removeItem: (name) => `Entfernen: ${name}`,
    removed: 'Entfernt',
    undo: 'Rückgängig',
    undoRemoval: (name) => `Rückgängig: ${name} behalten`,
    tryAgain: 'Erneut versuchen',
    addOne: (name) => `Eins mehr: ${name}`,
    removeOne: (name) => `Eins weniger: ${name}`,
    quantityOf: (name) => `Anzahl: ${name}`,
    range: (lowest, maximum) => `Möglich sind ${count(lowest)} bis ${count(maximum)}.`,
    atMinimum: (minimum) => `Mindestens ${count(minimum)} gehört zu jeder Bestellung.`,
    atMaximum: (maximum) => `Höchstens ${count(maximum)} pro Bestellung`,
    follows: (quantity) => `${count(quantity)} – je Artikel im Warenkorb einmal`,
    nowFollows: (quantity, total) => `Jetzt ${count(quantity)}, je Artikel im Warenkorb einmal: ${total}`,
    each: 'pro Stück',
    was: (price) => `statt ${price}`,
    total: (price) => `Summe ${price}`,
    priceChanged: (price, before) => `Der Preis ist jetzt ${price} (vorher ${before})`,
    keep: 'Akzeptieren',
    keepItem: (name) => `Akzeptieren: ${name}`,
    terms: 'Bedingungen',
    opensNewTab: 'öffnet einen neuen Tab',
    details: 'Mehr dazu',
    previous: 'Voriges Angebot',
    next: 'Nächstes Angebot',
    position: (place, of) => `${count(place)} von ${count(of)}`,
    workFailed: (name) => `${name}: Die Änderung wurde nicht gespeichert.`,
    announceHeld: (name, quantity, total) => `${name}: ${count(quantity)} in Ihrer Bestellung, ${total}`,
    announceRemoved: (name) => `${name} wurde aus Ihrer Bestellung entfernt`,
  };
}

addMessages('de', german);
