import type { TransactionClient } from '../../src/client/index.ts';

/** A call of the client, whatever else it takes besides its body. */
type Call = (body: never, ...rest: never[]) => Promise<unknown>;

/** What goes over the wire in a call: its answer without the server's time, which the client adds. */
interface Described<Of extends Call> {
  readonly request: Parameters<Of>[0];
  readonly answer: Omit<Awaited<ReturnType<Of>>, 'serverTime'>;
}

/** To the answer of this one it adds the session, too. */
interface DescribedAny extends Pick<Described<TransactionClient['placements']['any']>, 'request'> {
  readonly answer: Omit<Described<TransactionClient['placements']['any']>['answer'], 'sessionId'>;
}

/** What the client's public types say of each operation, by its `operationId`. */
export interface DescribedCalls {
  readonly 'placements.any': DescribedAny;
  readonly 'cart.reserve': Described<TransactionClient['cart']['reserve']>;
  readonly 'cart.confirm': Described<TransactionClient['cart']['confirm']>;
  readonly 'cart.release': Described<TransactionClient['cart']['release']>;
  readonly 'confirmation.cancel': Described<TransactionClient['confirmation']['cancel']>;
}
