import { startService as start, type StartedService, type StartOptions } from '../../../src/service/index.ts';
import { makeBriefDatabase } from './database.ts';

/** A service over a database of its own, on whichever server the tests are. */
export async function startService(options: StartOptions = {}): Promise<StartedService> {
  const { db } = await makeBriefDatabase();
  return start({ db, ...options });
}
