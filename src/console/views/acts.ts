import type { DevApi } from '../dev-api.ts';

/** What a panel can have done. */
export interface Acts {
  /** Does it, and says `done`, or what went wrong. */
  run(act: (api: DevApi) => Promise<void>, done: string): Promise<void>;
  /** Puts text into the clipboard. */
  copy(text: string): Promise<void>;
  /** Shows another account. */
  show(accountId: string): void;
  /** Shows one call alone. */
  showCall(id: string): void;
}
