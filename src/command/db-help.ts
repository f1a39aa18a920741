import { DEFAULT_DB } from './settings/schema.ts';

/** What `--db` is to a command that changes what a service goes by. */
export const DB_HELP = `  --db FILE  the database of the service, ${DEFAULT_DB} by default; one that runs on it does it by itself, as the same user.
             Or postgres://…: services go by it at once, of accounts and keys within 5 s`;
