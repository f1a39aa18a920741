const HOUR = 60 * 60 * 1000;

/** A day in ms: as long an item can be bought after its selection, and as long an answer is given again under its key. */
export const DAY = 24 * HOUR;
