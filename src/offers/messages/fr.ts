import { addMessages } from './add-messages.ts';
import { countIn } from './count-in.ts';
import type { OfferMessages } from '../messages.ts';

/** What offers say in French. Before a colon stands a blank that does not break. */
export function french(lang: string): OfferMessages {
  const count = countIn(lang);
  const items = (quantity: number) => count(quantity, { one: '# article', other: '# articles' });
  return {
    direction: 'ltr',
    heading: 'Ajoutez à votre commande',
    required: 'Obligatoire',
    included: 'Compris dans chaque commande',
    soldOut: 'Épuisé',
    expired: 'Offre terminée',
    until: (time) => `Fin de l’offre\u00a0: ${time}`,
    noneLeft: 'Plus disponible',
    add: (name) => `Ajouter ${name}`,
    added: 'Ajouté',
    decline: 'Non, merci',
    declined: 'Non ajouté',
    showAgain: 'Afficher à nouveau',
    remove: 'Retirer',
    removeItem: (name) => `Retirer ${name}`,
    removed: 'Retiré',
    undo: 'Annuler',
    undoRemoval: (name) => `Annuler\u00a0: garder ${name}`,
    tryAgain: 'Réessayer',
    addOne: (name) => `En ajouter un\u00a0: ${name}`,
    removeOne: (name) => `En retirer un\u00a0: ${name}`,
    quantityOf: (name) => `Quantité\u00a0: ${name}`,
    range: (lowest, maximum) => `Vous pouvez en ajouter de ${count(lowest)} à ${count(maximum)}.`,
    atMinimum: (minimum) => `Au moins ${items(minimum)} dans chaque commande.`,
    atMaximum: (maximum) => `${items(maximum)} au maximum par commande`,
    follows: (quantity) => `${count(quantity)}, soit un par article de votre panier`,
    nowFollows: (quantity, total) =>
      `Désormais ${count(quantity)}, soit un par article de votre panier\u00a0: ${total}`,
    each: 'l’unité',
    was: (price) => `au lieu de ${price}`,
    total: (price) => `Total\u00a0: ${price}`,
    priceChanged: (price, before) => `Le prix est désormais de ${price} (au lieu de ${before})`,
    keep: 'Accepter',
    keepItem: (name) => `Accepter\u00a0: ${name}`,
    terms: 'Conditions',
    opensNewTab: 's’ouvre dans un nouvel onglet',
    details: 'Détails',
    previous: 'Offre précédente',
    next: 'Offre suivante',
    position: (place, of) => `${count(place)} sur ${count(of)}`,
    workFailed: (name) => `${name}\u00a0: la modification n’a pas été enregistrée.`,
    announceHeld: (name, quantity, total) =>
      `${name}\u00a0: ${items(quantity)} dans votre commande, ${total}`,
    announceRemoved: (name) => `${name}\u00a0: retiré de votre commande`,
  };
}

addMessages('fr', french);
