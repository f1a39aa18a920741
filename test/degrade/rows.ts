/** One way in which an upsell can fail, and what the page sees of it. */
export interface DegradeRow {
  /** What fails, as the matrix names it. */
  readonly name: string;
  /** Query of the launcher script: `fault` is the server's, `does` is what its launcher does. */
  readonly launcher?: string;
  /** HTML before the element. */
  readonly before?: string;
  /** Attributes besides `account-id` and `sdk-url`. */
  readonly attributes?: string;
  /** What happens on the page, in order: the probe's acts; a phase waits for it. */
  readonly acts?: readonly string[];
  readonly phase: 'ready' | 'empty' | 'failed' | 'closed';
  /** The one terminal event of the last selection. */
  readonly event: 'placements-ready' | 'placements-empty' | 'placements-failed' | 'placements-closed';
  readonly code: string | null;
  /** What makes the next try succeed, as the matrix says it; null where there is nothing to try again. */
  readonly later: string | null;
  /** The acts of that try, `mend` being the server's; default: mended, then `select()`. */
  readonly again?: readonly string[];
}

const failed = { phase: 'failed', event: 'placements-failed' } as const;
const ready = { phase: 'ready', event: 'placements-ready', code: null } as const;
const selectAgain = '`select()`';
/** Of every element, ms. */
export const TIMEOUT = 60_000;
/** The act that lets it pass. */
export const passTime = `passTime ${TIMEOUT}`;
const inPage = ['behave ok', 'select'];

/** The degrade matrix: rows whose own file is there. */
export const degradeRows: readonly DegradeRow[] = [
  {
    name: 'The launcher script is 404',
    launcher: 'fault=404',
    ...failed,
    code: 'script-blocked',
    later: selectAgain,
  },
  {
    name: 'An ad blocker cancels the launcher script',
    launcher: 'fault=drop',
    ...failed,
    code: 'script-blocked',
    later: selectAgain,
  },
  {
    name: 'The launcher’s host never answers',
    launcher: 'fault=never',
    acts: ['loading', passTime],
    ...failed,
    code: 'script-timeout',
    later: `${selectAgain}, once the host answers`,
  },
  {
    name: 'The script runs but sets no global, as an ad blocker’s stand-in does',
    launcher: 'fault=empty',
    ...failed,
    code: 'sdk-missing',
    later: selectAgain,
  },
  {
    name: 'The launcher rejects',
    launcher: 'does=launcher-rejects',
    ...failed,
    code: 'launcher-rejected',
    later: selectAgain,
    again: inPage,
  },
  {
    name: 'The launcher never comes',
    launcher: 'does=launcher-never',
    acts: ['launcherAsked', passTime],
    ...failed,
    code: 'launcher-timeout',
    later: null,
  },
  {
    name: 'The selection rejects',
    launcher: 'does=selection-rejects',
    ...failed,
    code: 'selection-rejected',
    later: selectAgain,
    again: inPage,
  },
  {
    name: 'The selection never settles',
    launcher: 'does=selection-never',
    acts: ['selectionOpened', passTime],
    ...failed,
    code: 'selection-timeout',
    later: selectAgain,
    again: inPage,
  },
  {
    name: 'There are no placements',
    launcher: 'does=no-placements',
    phase: 'empty',
    event: 'placements-empty',
    code: null,
    later: selectAgain,
    again: inPage,
  },
  {
    name: 'A placement fails to load',
    launcher: 'does=placement-fails',
    ...failed,
    code: 'placement-failed',
    later: selectAgain,
    again: inPage,
  },
  {
    name: 'The element is removed while loading',
    launcher: 'does=selection-never',
    acts: ['loading', 'remove'],
    phase: 'closed',
    event: 'placements-closed',
    code: null,
    later: 'the element is put back',
    again: ['behave ok', 'connect'],
  },
  {
    name: '`select()` is overtaken by another',
    launcher: 'does=first-never',
    attributes: 'loading="manual"',
    acts: ['idle', 'selectTwice'],
    ...ready,
    later: null,
  },
  {
    name: 'The launcher was terminated by the page',
    acts: ['ready', 'terminate', 'select'],
    ...ready,
    later: null,
  },
  {
    name: 'The page gave a launcher and terminated it',
    acts: ['ready', 'give', 'ready', 'terminate', 'select'],
    ...failed,
    code: 'selection-rejected',
    later: 'the page gives another `launcher`',
    again: ['give'],
  },
  {
    name: 'The page names SDK+, which never comes',
    before: '<script src="/support/page/launcher.js"></script>',
    attributes: 'launcher="mparticle"',
    acts: ['loading', passTime],
    ...failed,
    code: 'launcher-timeout',
    later: 'the page gives another `launcher`',
    again: ['give'],
  },
  {
    name: 'A script tag that has failed stands in the page',
    before: '<script id="rokt-launcher" src="/support/none.js"></script>',
    ...ready,
    later: null,
  },
  {
    name: 'A script tag that was cancelled stands in the page',
    before: '<script id="rokt-launcher" src="/support/none.js?fault=drop"></script>',
    ...ready,
    later: null,
  },
  {
    name: 'The shopper is offline, and comes back',
    launcher: 'fault=drop',
    ...failed,
    code: 'script-blocked',
    later: selectAgain,
  },
];

/** One way in which our own file does not come. */
export interface OwnFileRow {
  readonly name: string;
  /** Query of our own file. */
  readonly query: string;
  /** Attributes of its tag. */
  readonly attributes: string;
}

/** The degrade matrix: rows without our own file, where the page's own style sheet is all there is. */
export const ownFileRows: readonly OwnFileRow[] = [
  { name: 'Our own file is blocked', query: 'fault=drop', attributes: '' },
  { name: 'Our own file is 404', query: 'fault=404', attributes: '' },
  {
    name: 'Our own file is not the one that `integrity` names',
    query: '',
    attributes: `crossorigin integrity="sha384-${'A'.repeat(64)}"`,
  },
  { name: 'Our own file never comes', query: 'fault=never', attributes: 'async' },
];
