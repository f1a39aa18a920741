import pg from 'pg';

const BIGINT = 20;

/** Whole numbers are numbers: BIGINT comes as text otherwise, for those above 2^53 that no column of ours has. */
export const types = new pg.TypeOverrides();
types.setTypeParser(BIGINT, Number);
