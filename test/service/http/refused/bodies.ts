import { Ajv } from 'ajv';
import { ENDPOINTS, type Endpoint, LIMITS } from '../../../../src/contract/index.ts';
import { type Field, fieldsOf, type Schema, soundOf } from './fields.ts';

/** A body that is wrong in one place. */
export interface BadBody {
  readonly endpoint: Endpoint;
  readonly kind: string;
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  /** Byte for byte, as Latin-1. */
  readonly text: string;
}

/** The bodies that there are of one kind of fault, at one place. */
interface Fault {
  readonly kind: string;
  /** What stands in the place of the field's value; none: the field is missing. */
  readonly tokens: readonly (string | undefined)[];
}

const long = 'x'.repeat(LIMITS.attributeValueLength + 1);
const many = Array.from({ length: 101 }, (_, index) => index);
const values: readonly unknown[] = [
  ...[
    null,
    true,
    7,
    0,
    -1,
    1.5,
    1e7,
    Number.MAX_SAFE_INTEGER,
    'x',
    '',
    ' 1',
    '01',
    long,
    long.slice(0, 300),
    'a b',
  ],
  ...[[], {}, [[]], [null], [7], { a: 1 }, many, Object.fromEntries(many.map((index) => [`n${index}`, 'x']))],
];

const ajv = new Ajv({ strict: false, validateFormats: false });

/** Every body that is wrong in one place of its schema, of each operation. */
export function badBodies(): readonly BadBody[] {
  return Object.values(ENDPOINTS).flatMap((endpoint) => {
    const sound = soundRequest(endpoint);
    return fieldsOf(endpoint.request).flatMap((field) =>
      faultsAt(field).flatMap(({ kind, tokens }) =>
        tokens.map((token) => ({
          endpoint,
          kind,
          pointer: `/${field.path.join('/')}`,
          text: withToken(sound, field.path, token),
        })),
      ),
    );
  });
}

/** The body of an operation that nothing is wrong with. */
export function soundBody(endpoint: Endpoint): string {
  return JSON.stringify(soundRequest(endpoint));
}

function soundRequest({ request }: Endpoint): object {
  const sound = soundOf(request) as object;
  // Anything is an id, but this is one that there is.
  return 'accountId' in sound ? { ...sound, accountId: '222' } : sound;
}

function faultsAt({ path, schema, isRequired }: Field): readonly Fault[] {
  const own = JSON.stringify(soundOf(schema));
  const name = path.at(-1);
  return [
    ...unfit(schema),
    { kind: 'missing', tokens: isRequired ? [undefined] : [] },
    { kind: 'beyond numbers', tokens: ['1e309', '-1e309', '9007199254740993', '1e400', '-9007199254740992'] },
    { kind: 'NUL', tokens: ['"\\u0000"', '"a\\u0000b"', '"\0"'] },
    { kind: 'half a character', tokens: ['"\\ud83d"', '"\\ude00\\ud83d"', '"a\\uD800"'] },
    { kind: 'no UTF-8', tokens: ['"\xff"', '"\xc3"', '"\xed\xa0\x80"', '"\xc0\x80"'] },
    { kind: 'name twice', tokens: typeof name === 'string' ? [`${own},"${name}":${own}`] : [] },
    { kind: 'no JSON', tokens: [',', '01', 'NaN', "'a'", '"a', `${own},`, 'undefined', '{"a":}'] },
  ];
}

/** The values that a schema does not take, by the keyword that they break. */
function unfit(schema: Schema): readonly Fault[] {
  const isFit = ajv.compile(schema);
  return values.flatMap((value) => {
    if (isFit(value)) return [];
    // The last one is the outermost.
    const kind = isFit.errors?.at(-1)?.keyword ?? '';
    return { kind, tokens: [JSON.stringify(value)] };
  });
}

const MARK = '\u{1f6a9}';

function withToken(sound: unknown, path: Field['path'], token: string | undefined): string {
  const marked = replaceAt(structuredClone(sound), path, token === undefined ? undefined : MARK);
  return JSON.stringify(marked).replace(`"${MARK}"`, () => token ?? '');
}

function replaceAt(value: unknown, [step = '', ...steps]: Field['path'], by: unknown): unknown {
  const inner = value as Record<string, unknown>;
  inner[step] = steps.length === 0 ? by : replaceAt(inner[step], steps, by);
  return value;
}
