import type { Layout } from './card-face.ts';
import { h, type Wanted } from './draw.ts';
import type { OfferMessages } from './messages.ts';
import { icon } from './picture.ts';

/** What stands around the cards. */
export interface Frame {
  readonly heading: string;
  readonly layout: Layout;
  readonly optional: number;
  readonly required: number;
  /** How many offers wait for an answer. */
  readonly open: number;
  readonly messages: OfferMessages;
  /** Which way it runs, where that is not as the page does. */
  readonly direction: string;
}

/** A placement without its cards: the headings, the lists that the cards come into, and what is asked of all of them. */
export function offersFrame(frame: Frame): Wanted {
  const { heading, layout, optional, required, open, messages, direction } = frame;
  return h(
    'section',
    {
      part: 'offers',
      class: layout,
      'aria-labelledby': 'heading',
      dir: direction || undefined,
      hidden: optional + required === 0,
    },
    h('h2', { id: 'heading', part: 'heading', text: heading || messages.heading }),
    h('ul', { class: 'optional', hidden: optional === 0 }),
    layout === 'carousel' && pages(optional, messages),
    layout === 'compact' &&
      open > 0 &&
      h('button', { class: 'decline', part: 'decline-all', text: messages.decline }),
    h('h3', { id: 'required', part: 'required-heading', hidden: required === 0, text: messages.required }),
    h('ul', { class: 'required-list', 'aria-labelledby': 'required', hidden: required === 0 }),
  );
}

function pages(count: number, { previous, next, position }: OfferMessages): Wanted {
  return h(
    'div',
    { class: 'pages' },
    h('button', { part: 'previous', 'aria-label': previous }, icon('previous')),
    h('span', { class: 'place', part: 'position', text: position(1, count) }),
    h('button', { part: 'next', 'aria-label': next }, icon('next')),
  );
}
