import { ENDPOINTS, type Endpoint } from '../../../../src/contract/index.ts';
import { inBytes } from '../../support/talk.ts';
import { ORIGIN } from '../shop.ts';
import { soundBody } from './bodies.ts';

/** A request that is wrong in what surrounds its body. */
export interface BadHead {
  readonly kind: string;
  readonly endpoint: Endpoint;
  readonly status: number;
  readonly bytes: string;
}

interface Parts {
  readonly start: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const partner = {
  'rokt-api-key': 'skeletonkey',
  'rokt-tag-id': '253_439d21r21r21321',
  'rokt-session-id': 's',
};

/** The headers of a request that nothing is wrong with. */
export function soundHeaders({ headers }: Endpoint): Record<string, string> {
  const own = headers.apiKey === 'unused' ? { origin: ORIGIN } : partner;
  return { host: 'a', 'content-type': 'application/json', ...own };
}

type Change = (parts: Parts) => Partial<Parts>;

const header =
  (name: string, value: string): Change =>
  ({ headers }) => ({ headers: { ...headers, [name]: value } });
const without =
  (name: string): Change =>
  ({ headers }) => ({ headers: Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name)) });
const at =
  (suffix: string): Change =>
  ({ start }) => ({ start: start + suffix });
const by =
  (method: string): Change =>
  ({ start }) => ({ start: start.replace('POST', method) });
const twice =
  (name: string): Change =>
  ({ headers }) => ({ headers: { ...headers, [name.toUpperCase()]: headers[name] ?? '' } });

/** By kind: the status, and what makes a request wrong; of partners, of pages, or of both. */
const kinds: Readonly<
  Record<string, readonly [status: number, changes: readonly Change[], of?: 'partner' | 'page']>
> = {
  'no key': [401, [without('rokt-api-key'), header('rokt-api-key', '')], 'partner'],
  'a wrong key': [
    401,
    [header('rokt-api-key', 'x'), header('rokt-api-key', '\xff'), header('rokt-api-key', 'otherkey ,')],
    'partner',
  ],
  'a tag of nobody': [
    403,
    [header('rokt-tag-id', 'x'), header('rokt-tag-id', '333_tag'), header('rokt-tag-id', '\xff')],
    'partner',
  ],
  'a session that is none': [
    400,
    ['a b', '\xff', 'a\tb', 'x'.repeat(257)].map((value) => header('rokt-session-id', value)),
    'partner',
  ],
  'a key of idempotency that is none': [
    400,
    ['\xff', 'a\tb', 'x'.repeat(257)].map((value) => header('idempotency-key', value)),
    'partner',
  ],
  'a header twice': [
    400,
    ['rokt-api-key', 'rokt-tag-id', 'rokt-session-id', 'host', 'content-type'].map(twice),
    'partner',
  ],
  'an origin of nobody': [
    403,
    [header('origin', 'null'), header('origin', 'https://a.example'), without('origin')],
    'page',
  ],
  'no host': [400, [without('host'), header('host', ''), header('host', 'a b'), header('host', 'a/b')]],
  'NUL in a header': [400, [header('x', '\0'), header('accept-language', 'de\0')]],
  'a method that is not served': [405, ['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'REPORT'].map(by)],
  'a method that there is not': [400, ['BREW', 'post', 'P\xd6ST'].map(by)],
  'a path that is not there': [404, ['/a', '/%20', '%2f..', ';a'].map(at)],
  'a path that is no text': [400, ['%00', '/%ff', '?a=%00', '/%', '?%c3', '\0', '\xff'].map(at)],
  'another type': [
    415,
    [
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json-seq',
      'application/json; charset=utf-16',
    ].map((type) => header('content-type', type)),
  ],
  'no type': [415, [without('content-type')]],
  packed: [415, ['gzip', 'br', 'deflate', 'x'].map((encoding) => header('content-encoding', encoding))],
  'no body': [400, [() => ({ body: '' })]],
  'an endless body': [413, [({ body }) => ({ body: body + ' '.repeat(65_536) })]],
  'endless headers': [431, [header('x', 'x'.repeat(17_000))]],
  'a length that is none': [
    400,
    ['1e309', '-1', '0x10', '1.5'].map((length) => header('content-length', length)),
  ],
};

/** Every request that is wrong around its body, of each operation. */
export function badHeads(): readonly BadHead[] {
  return Object.values(ENDPOINTS).flatMap((endpoint) => {
    const isPartner = endpoint.operationId !== ENDPOINTS.selections.operationId;
    const sound = {
      start: `POST ${endpoint.path}`,
      headers: soundHeaders(endpoint),
      body: soundBody(endpoint),
    };
    return Object.entries(kinds).flatMap(([kind, [status, changes, of]]) => {
      if (of !== undefined && (of === 'partner') !== isPartner) return [];
      return changes.map((change) => ({
        kind,
        endpoint,
        status,
        bytes: toBytes({ ...sound, ...change(sound) }),
      }));
    });
  });
}

function toBytes({ start, headers, body }: Parts): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return inBytes(start, lines, body);
}
