import { describeConcert } from '../support/concert.ts';

describeConcert('the concert checkout');
