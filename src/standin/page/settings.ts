import type { MannersName } from '../protocol.ts';

const MANNERS: readonly MannersName[] = ['documented', 'shipped'];

/** No launcher can be made; nothing is offered; every wish of the page's is refused. */
type Fault = 'rejects' | 'no-offers' | 'refuses';
const FAULTS: readonly Fault[] = ['rejects', 'no-offers', 'refuses'];

/** What the address of the launcher script says. */
export interface Settings {
  /** Where the script is from, and so the frames. */
  readonly base: string;
  /** Undefined: as the service has it. */
  readonly manners: MannersName | undefined;
  /** What is to go wrong. */
  readonly fault: Fault | undefined;
}

/** The settings in the `src` of the script: `?manners=`, and `?fault=` for a page that wants to see what it makes of one. */
export function toSettings(src: string): Settings {
  const { searchParams } = new URL(src);
  return {
    base: src,
    manners: MANNERS.find((name) => name === searchParams.get('manners')),
    fault: FAULTS.find((name) => name === searchParams.get('fault')),
  };
}

/** The address of a frame for an account, which is told the page's origin: it speaks to no other. */
export function frameUrl({ base }: Settings, accountId: string): URL {
  const url = new URL('frame.html', base);
  url.search = new URLSearchParams({ accountId, origin: location.origin }).toString();
  return url;
}
