import { answerParent } from './answer-parent.mjs';

/** Loaded before a program of others: it tells what it has computed. */
answerParent();
