export { type Fault, faultText } from './fault.ts';
export { offersFaults } from './offers-faults.ts';
export { haveSameTerms } from './product-faults.ts';
export { unknownFields } from './unknown-fields.ts';
