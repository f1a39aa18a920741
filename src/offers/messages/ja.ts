import { addMessages } from './add-messages.ts';
import { countIn } from './count-in.ts';
import type { OfferMessages } from '../messages.ts';

/** What offers say in Japanese. */
export function japanese(lang: string): OfferMessages {
  const count = countIn(lang);
  return {
    direction: 'ltr',
    heading: 'ご注文に追加',
    required: '必須',
    included: 'すべてのご注文に含まれます',
    soldOut: '売り切れ',
    expired: '受付終了',
    until: (time) => `${time}まで`,
    noneLeft: '追加分の在庫がありません',
    add: (name) => `${name}を追加`,
    added: '追加済み',
    decline: '追加しない',
    declined: '追加していません',
    showAgain: '再表示',
    remove: '削除',
    removeItem: (name) => `${name}を削除`,
    removed: '削除しました',
    undo: '元に戻す',
    undoRemoval: (name) => `元に戻す：${name}`,
    tryAgain: '再試行',
    addOne: (name) => `${name}を1つ増やす`,
    removeOne: (name) => `${name}を1つ減らす`,
    quantityOf: (name) => `${name}の数量`,
    range: (lowest, maximum) => `${count(lowest)}～${count(maximum)}点まで追加できます。`,
    atMinimum: (minimum) => `すべてのご注文に${count(minimum)}点以上必要です。`,
    atMaximum: (maximum) => `1回のご注文につき${count(maximum)}点まで`,
    follows: (quantity) => `${count(quantity)}点（カートの商品1点につき1点）`,
    nowFollows: (quantity, total) => `${count(quantity)}点に変更しました（商品1点につき1点）：${total}`,
    each: '1点あたり',
    was: (price) => `通常価格${price}`,
    total: (price) => `合計 ${price}`,
    priceChanged: (price, before) => `価格が${before}から${price}に変わりました`,
    keep: '同意する',
    keepItem: (name) => `同意する：${name}`,
    terms: '利用規約',
    opensNewTab: '新しいタブで開きます',
    details: '詳細',
    previous: '前の商品',
    next: '次の商品',
    position: (place, of) => `${count(place)} / ${count(of)}`,
    workFailed: (name) => `${name}：変更を保存できませんでした。`,
    announceHeld: (name, quantity, total) => `${name}：ご注文に${count(quantity)}点、${total}`,
    announceRemoved: (name) => `${name}をご注文から削除しました`,
  };
}

addMessages('ja', japanese);
