import * as account from '../accounts/change-account.ts';
import { listAccounts } from '../store/account-list.ts';
import type { Store, Transaction } from '../store/store.ts';
import { changeMessages, listDeliveries } from './delivery-acts.ts';

/** What an act works with, in the process of a service or in the command's own. */
export interface ActParts {
  openStore(): Promise<Store>;
  /** Copies the database into a file that is not there yet, and gives its bytes. */
  backup(file: string): Promise<number>;
  /** Accounts or keys are not what they were. */
  accountsChanged(): void;
  /** Messages may have become due. */
  deliveriesChanged(): void;
}

/** What an operator can do to the database of a service, whether one runs on it or not: plain data in, plain data out. */
export const acts = {
  'account.list': async (parts: ActParts) => (await parts.openStore()).transaction(listAccounts),
  'account.add': onAccounts(account.openAccount),
  'account.key': onAccounts(account.giveKey),
  'account.end-key': onAccounts(account.endOlderKey),
  'account.tag': onAccounts(account.changeTag),
  'account.origin': onAccounts(account.changeOrigin),
  'account.remove': onAccounts(account.removeAccount),
  'deliveries.list': listDeliveries,
  'deliveries.change': changeMessages,
  backup: (parts: ActParts, { file }: { readonly file: string }) => parts.backup(file),
} as const;

/** The name of an act. */
export type ActName = keyof typeof acts;
/** What an act is told. */
export type ActInput<Name extends ActName> =
  Parameters<(typeof acts)[Name]> extends [unknown, infer Input] ? Input : Record<string, never>;
/** What comes of an act. */
export type ActOutput<Name extends ActName> = Awaited<ReturnType<(typeof acts)[Name]>>;

/** Whoever does acts: the process that has the database open. */
export interface Operator {
  /**
   * Does one act.
   *
   * @throws {ActError} why it cannot be done, in words for the one who asked
   */
  act<Name extends ActName>(name: Name, input: ActInput<Name>): Promise<ActOutput<Name>>;
  close(): Promise<void>;
}

/** Does the act that `name` names, with what it was told; {@link Operator} has the types of both. */
export function doAct(parts: ActParts, name: ActName, input: unknown): Promise<unknown> {
  const act = acts[name] as (parts: ActParts, input: unknown) => Promise<unknown>;
  return act(parts, input);
}

/** Whether there is such an act. */
export function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}

function onAccounts<Input, Output>(change: (tx: Transaction, input: Input) => Promise<Output>) {
  return async (parts: ActParts, input: Input): Promise<Output> => {
    const store = await parts.openStore();
    const output = await store.transaction((tx) => change(tx, input));
    parts.accountsChanged();
    return output;
  };
}
