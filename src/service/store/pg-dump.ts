/** Says how a PostgreSQL database is backed up: its own tool does that, also while it is served. */
export function usePgDump(url: string, file: string): Error {
  return new Error(
    `expected a SQLite file: PostgreSQL makes its own backups, also while it is served, by ` +
      `pg_dump --format=custom --file=${file} ${withoutPassword(url)}`,
  );
}

/** It would be in the list of processes, and in this message: pg_dump takes it from PGPASSWORD or ~/.pgpass. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username && `${username}@`}${host}${pathname}`;
}
