import { openAdminServer } from '../service/admin/admin-server.ts';
import type { UpsellService } from '../service/create-service.ts';

/**
 * Has a service do what other runs of this command ask on its file, until the result is called. Where they cannot reach it that is
 * reported, and it serves all the same.
 */
export async function takeActs(
  db: string,
  { store, accounts, outbox, app, report }: UpsellService,
): Promise<() => Promise<void>> {
  try {
    const server = await openAdminServer({
      db,
      openStore: () => Promise.resolve(store),
      backup: (file) => store.backup(file),
      accountsChanged: () => accounts.forget(),
      deliveriesChanged: () => outbox.wake(),
      note(act, input) {
        const { accountId, file } = input as { accountId?: string; file?: string };
        app.log.info({ act, accountId, file }, 'done for its operator');
      },
    });
    return async () => server?.close();
  } catch (error) {
    report(`no other command can reach this service: ${(error as Error).message}`);
    return () => Promise.resolve();
  }
}
