export { expiryFaults } from './expiry-faults.ts';
export { type Fault, faultText } from './fault.ts';
export { offersFaults, offersIn } from './offers-faults.ts';
export { haveSameTerms } from './product-faults.ts';
export { unknownFields } from './unknown-fields.ts';
