import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Decision, decide, type Started, type Wanted } from '../../src/element/selection-decision.ts';
import { type ServedBy, UpsellError, type UpsellPhase } from '../../src/model/index.ts';

const nothing: Started = { kind: 'nothing' };
const source: Started = { kind: 'source', identity: ['222'], attributes: '{}', consent: 'all' };
const fault = new UpsellError('invalid-attributes', 'event: expected plain data');
const failed: Started = { kind: 'fault', fault: fault.message };
const told: Started = { ...source, fault: fault.message };
const wanted: Wanted = {
  identity: ['222'],
  attributes: '{}',
  consent: 'all',
  isAsked: false,
  mayStart: true,
};

type Row = readonly [
  name: string,
  started: Started,
  wanted: Partial<Wanted>,
  phase: UpsellPhase,
  decision: Partial<Decision>,
  servedBy?: ServedBy,
];

const others = { attributes: '{"productIds":"b"}' };

const rows: readonly Row[] = [
  ['starts what is new', nothing, {}, 'idle', { act: 'start', started: source }],
  ['starts nothing that is held back', nothing, { mayStart: false }, 'idle', { act: 'nothing' }],
  [
    'starts what is held back when asked',
    nothing,
    { mayStart: false, isAsked: true },
    'idle',
    { act: 'start' },
  ],
  ['starts the same again when asked', source, { isAsked: true }, 'ready', { act: 'start' }],
  [
    'starts the same no second time',
    source,
    {},
    'empty',
    { act: 'nothing', started: { ...source, fault: undefined } },
  ],
  ['starts anew for other attributes where our own had nothing', source, others, 'empty', { act: 'start' }],
  ['starts nothing anew for the same ones there', source, {}, 'empty', { act: 'nothing' }],
  [
    'starts nothing anew there while held back',
    source,
    { ...others, mayStart: false },
    'empty',
    { act: 'nothing', started: { ...source, fault: undefined } },
  ],
  [
    'starts nothing anew where a hosted launcher had nothing',
    source,
    others,
    'empty',
    { act: 'nothing' },
    'hosted',
  ],
  ['starts nothing anew that was closed', source, others, 'closed', { act: 'nothing' }],
  [
    'starts another source while one runs, also held back',
    source,
    { identity: ['333'], mayStart: false },
    'ready',
    { act: 'start' },
  ],
  ['is idle without a source', source, { identity: undefined }, 'ready', { act: 'idle', started: nothing }],
  [
    'tells what runs its new attributes',
    source,
    { attributes: '{"a":1}' },
    'ready',
    { act: 'update', isAttributes: true, isConsent: false },
  ],
  [
    'tells what runs a new consent',
    source,
    { consent: 'none' },
    'loading',
    { act: 'update', isAttributes: false, isConsent: true },
  ],
  [
    'fails for a fault where nothing runs',
    nothing,
    { attributes: fault },
    'idle',
    { act: 'fail', started: failed },
  ],
  ['fails once for a fault', failed, { attributes: fault }, 'failed', { act: 'nothing' }],
  ['fails again when asked', failed, { attributes: fault, isAsked: true }, 'failed', { act: 'fail' }],
  [
    'keeps a fault to itself while held back',
    nothing,
    { attributes: fault, mayStart: false },
    'idle',
    { act: 'nothing' },
  ],
  ['starts once a fault is mended', failed, {}, 'failed', { act: 'start', started: source }],
  ['tells what runs of a fault', source, { attributes: fault }, 'ready', { act: 'report', started: told }],
  ['tells what runs of a fault once', told, { attributes: fault }, 'ready', { act: 'nothing' }],
  [
    'sends nothing when a fault gives way to what was there before',
    told,
    {},
    'ready',
    { act: 'update', isAttributes: false, started: source },
  ],
];

describe('what the properties of an element mean', () => {
  for (const [name, started, differing, phase, expected, servedBy = 'offers'] of rows) {
    it(name, () => {
      const decision = decide(started, { ...wanted, ...differing }, { phase, servedBy });
      assert.deepEqual(decision, { ...decision, ...expected });
    });
  }
});
