import { addMessages } from './add-messages.ts';
import { countIn } from './count-in.ts';
import type { OfferMessages } from '../messages.ts';

/** What offers say in Arabic, whose counted nouns have six forms. */
export function arabic(lang: string): OfferMessages {
  const count = countIn(lang);
  const items = (quantity: number) =>
    count(quantity, {
      zero: 'لا عناصر',
      one: 'عنصر واحد',
      two: 'عنصران',
      few: '# عناصر',
      many: '# عنصرًا',
      other: '# عنصر',
    });
  return {
    direction: 'rtl',
    heading: 'أضف إلى طلبك',
    required: 'إلزامي',
    included: 'مشمول في كل طلب',
    soldOut: 'نفدت الكمية',
    expired: 'انتهى العرض',
    until: (time) => `ينتهي: ${time}`,
    noneLeft: 'لا تتوفر كمية إضافية',
    add: (name) => `إضافة ${name}`,
    added: 'تمت الإضافة',
    decline: 'لا، شكرًا',
    declined: 'لم تتم الإضافة',
    showAgain: 'عرض مرة أخرى',
    remove: 'إزالة',
    removeItem: (name) => `إزالة ${name}`,
    removed: 'تمت الإزالة',
    undo: 'تراجع',
    undoRemoval: (name) => `تراجع: الاحتفاظ بـ ${name}`,
    tryAgain: 'إعادة المحاولة',
    addOne: (name) => `زيادة واحد: ${name}`,
    removeOne: (name) => `إنقاص واحد: ${name}`,
    quantityOf: (name) => `الكمية: ${name}`,
    range: (lowest, maximum) => `يمكنك إضافة من ${count(lowest)} إلى ${count(maximum)}.`,
    atMinimum: (minimum) => `يتضمن كل طلب ما لا يقل عن ${count(minimum)}.`,
    atMaximum: (maximum) => `الحد الأقصى لكل طلب: ${items(maximum)}`,
    follows: (quantity) => `${items(quantity)}، واحد لكل منتج في سلتك`,
    nowFollows: (quantity, total) => `العدد الآن: ${items(quantity)}، واحد لكل منتج في سلتك: ${total}`,
    each: 'للوحدة',
    was: (price) => `بدلًا من ${price}`,
    total: (price) => `الإجمالي ${price}`,
    priceChanged: (price, before) => `أصبح السعر ${price} (كان ${before})`,
    keep: 'موافق',
    keepItem: (name) => `موافق: ${name}`,
    terms: 'الشروط',
    opensNewTab: 'يُفتح في علامة تبويب جديدة',
    details: 'التفاصيل',
    previous: 'العرض السابق',
    next: 'العرض التالي',
    position: (place, of) => `${count(place)} من ${count(of)}`,
    workFailed: (name) => `${name}: لم يُحفظ التغيير.`,
    announceHeld: (name, quantity, total) => `${name}: ${items(quantity)} في طلبك، ${total}`,
    announceRemoved: (name) => `تمت إزالة ${name} من طلبك`,
  };
}

addMessages('ar', arabic);
