import Type from 'typebox';
import { CLOSED } from '../../../contract/index.ts';

const Request = Type.Object(
  { id: Type.String(), at: Type.String(), operation: Type.String(), status: Type.Integer() },
  CLOSED,
);
const Finding = Type.Object({ says: Type.String(), requests: Type.Array(Request) }, CLOSED);
const RuleReport = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    kind: Type.Union([Type.Literal('fault'), Type.Literal('note')]),
    outcome: Type.Union([Type.Literal('kept'), Type.Literal('broken'), Type.Literal('not-seen')]),
    fix: Type.String(),
    docs: Type.String(),
    findings: Type.Array(Finding),
  },
  CLOSED,
);

/** What `GET /_dev/report` answers. */
export const ReportBody = Type.Object(
  {
    accountId: Type.String(),
    verdict: Type.Union([Type.Literal('pass'), Type.Literal('fail'), Type.Literal('nothing-seen')]),
    calls: Type.Integer({ minimum: 0 }),
    forgotten: Type.Integer({ minimum: 0 }),
    charges: Type.Integer({ minimum: 0 }),
    rules: Type.Array(RuleReport),
  },
  CLOSED,
);

/** What may stand behind its path. */
export const ReportQuery = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('junit')])) },
  CLOSED,
);

const id = Type.String({ minLength: 1, maxLength: 256 });

/** What `POST /_dev/charges` takes. */
export const ChargeBody = Type.Object(
  {
    cartId: id,
    orderId: id,
    items: Type.Array(
      Type.Object(
        {
          cartItemId: id,
          totalPrice: Type.Number({ minimum: 0 }),
          currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
        },
        CLOSED,
      ),
      { maxItems: 100 },
    ),
  },
  CLOSED,
);
