import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';

/** The types that the manifest's members and events name, and where each is declared. */
const declared = {
  CartItem: 'src/model/cart-item.ts',
  CartItemUpdatedDetail: 'src/element/events.ts',
  PlacementsDetail: 'src/element/events.ts',
  CartItemChange: 'src/model/cart-item-update.ts',
  Consent: 'src/model/cart-item-update.ts',
  UpdateWish: 'src/selection/update-wish.ts',
  UpdateResult: 'src/selection/update-wish.ts',
  UpdateOutcome: 'src/model/cart-item-update.ts',
  UpdateFailed: 'src/model/upsell-state.ts',
  HeldItem: 'src/model/held-item.ts',
  ServedBy: 'src/model/upsell-state.ts',
  UpsellErrorCode: 'src/model/upsell-error.ts',
};

/** Each of them, word for word as it is declared, with the comments of its members. */
export function typeTexts() {
  return Object.entries(declared).map(([name, file]) => {
    const source = readFileSync(join(root, file), 'utf8');
    const isWhole = new RegExp(
      `^export interface ${name}\\b.*\\{$[^]*?^\\}$|^export type ${name} =[^]*?;$(?!\\n {2})`,
      'm',
    );
    const [text] = source.match(isWhole) ?? [];
    if (text === undefined) throw new Trouble(`${file} declares no ${name}.`);
    return { name, text: text.replace(/^export /, '') };
  });
}
