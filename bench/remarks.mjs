import { verdictOf } from './figure.mjs';

/**
 * What is said below a table of BENCHMARKS.md, by the name of its measurement: `about` in any case, `rows` (the beginning of a row's
 * name, and why) where the row misses its goal or does not count. Written by hand; how far a goal is missed the table says itself, so
 * no number of a run belongs here.
 *
 * @type {Record<string, { about?: string, rows?: Record<string, string> }>}
 */
export const remarks = {
  sizes: {
    about:
      "The first three are script-tag files, Lit's base included, without an import; the client is bundled as a server would. For comparison, in KB: Lit with `repeat` alone 6.2, Rokt's mParticle kit 6.2, Google Pay's button 3.0 (it draws nothing itself), a drop-in of Commerce Layer 23.7, Adyen's core 38, Shopify's buy button 49.6. One first flight of TCP is about 14,600 bytes.",
    rows: {
      'rokt-upsell.js':
        'The goal was set before selections handed on what is held, before one launcher was shared by all tags of a page, and before consent could be withdrawn under way. Each of these is a concept of its own; readable lines are not shortened for bytes.',
      'what rokt-upsell-offers.js adds':
        'Every state of a card (sold out, dearer, expired, required, undone) and five layouts. The goal was set with half the states.',
      'cart.js':
        'Items of several placements under one product, wishes merged while a change is under way, and a cart that loads late.',
    },
  },
  tests: {
    about: 'A row whose test was skipped says so: PostgreSQL or strace is missing there.',
  },
  drawing: {
    about:
      'The twin is what somebody would write by hand for speed: one template for all cards, cloned, and what differs set in place. It has the same DOM, and is derived from what our renderer has drawn.',
    rows: {
      'render 3 offers, layout included':
        'Most of it is the script, which has a row of its own: layout takes nearly the same time for both.',
      'render 3 offers, script only':
        'Ours reads each value of a card where the twin knows what differs; layout, which both have, evens it out for a shopper.',
      "3 offers' text":
        'Ours checks what it was sent and opens a selection, with its promises, before it draws; the twin parses and draws.',
      'update one of 50':
        'Ours compares each of the 50 items with what it has drawn before it evaluates the one card that changed; the twin is told which card it is.',
    },
  },
  loading: {
    about:
      "Script, offers' document and twin come from this machine without any delay, and nothing is in a cache.",
    rows: {
      navigation:
        "Ours is a larger script than the twin's, which has its templates ready made, and asks for the offers once the element is connected.",
    },
  },
  'vendor-script': {
    about:
      "`rokt-upsell.js` as it loads Rokt's launcher, and what others load their script with, bundled; each vendor's script is the same empty file of this machine. There is no goal: it shows what a tag costs beside four lines written by hand.",
  },
  updates: {
    rows: {
      'cart updates through the element':
        'An update is checked, reduced to one new frozen state, told by one event and given to the form; the dispatch alone does none of it.',
    },
  },
  clicks: {
    rows: {
      'longest of three':
        'It is the first click of the page: what it runs is compiled then; the next two take about half. From run to run it is on either side of the goal.',
    },
  },
  cart: {
    about:
      'One round of `connectCart` reads both carts and finds that they agree. The last two rows are for comparison: a Map pass itself costs more than ten times for ten times the lines, as caches run out.',
  },
  calls: {
    about: `At 32 at once on SQLite; µs is CPU of the server's process, as the operating system counts it. *Bare* is fastify that validates the same body by the same
schema and answers the same bytes; *app* is the service's own app over a store that never works: keys, rate limits and strict JSON. \`-3\` has three lines, \`-keyed\` an
\`Idempotency-Key\`, whose row is written twice. Where *service / app* is below 1, *app* is no lower bound; why was not looked into. \`placements/any\` asks for the stock of offers until one is to be had, and writes nothing.`,
    rows: {
      'selections: app / bare': 'It also answers CORS.',
      'any: app / bare':
        'In a profile a third of what the app takes beyond bare is in the one write of the answer, with as many system calls as bare has. The client may be what is woken up there; that is not proved.',
      'reserve: service / app':
        "In a profile of a reserve 15 % are SQLite's statements and 7 % the log and its sync; the rest is the call and the promises between the statements.",
      'reserve-3: service / app':
        'As for one line; each line is a statement for its hold and one for its stock.',
      'confirm: service / app': 'As for a reserve.',
      'release: service / app': 'As for a reserve.',
      'selections: service / app': 'It writes down each item that it shows, by which a reserve knows it.',
    },
  },
  growth: {
    about: `200 products have the holds together. Holds are counted only where 10,000 pieces of a product are taken, or it has no limit; then each reserve reads an
index entry for each live hold, up to 10,000 of them.`,
  },
  outbox: {
    rows: {
      'p50 of a confirm meanwhile':
        'What a confirm takes meanwhile is time and not CPU, which is unsteady on two cores that client, provider and service share.',
    },
  },
  down: {
    about:
      'As many messages wait for the provider that is down as an hour leaves. These are times and not CPU, so they are unsteadier than the other tables.',
  },
  hot: {
    about: `32 at once reserve one product; then 400 at once want the 50 of another. PostgreSQL has each call in a transaction of its own, at nine round trips, and the row
of the one product makes them go one after another. Its server's own CPU is not in the figures, and it runs as in the tests, without fsync.`,
  },
};

/**
 * What is said below a table: what it is about, and a line for each row that misses its goal.
 *
 * @param {string} name of the measurement
 * @param {import('./figure.mjs').Table} table
 */
export function remarksOf(name, { figures, rounds }) {
  const { about, rows = {} } = remarks[name] ?? {};
  const missed = figures.filter((figure) => verdictOf(figure, rounds).startsWith('missed'));
  const lines = missed.map((figure) => {
    const why = Object.entries(rows).find(([beginning]) => figure.name.startsWith(beginning))?.[1];
    return `- *${figure.name}* ${farOff(figure, rounds)}. ${why ?? 'Why was not looked into.'}`;
  });
  return [about, lines.join('\n')].filter((part) => part).join('\n\n');
}

/** `is missed by 0.14×, 12 % of it` @param {import('./figure.mjs').Figure} figure @param {number} [rounds] */
function farOff({ reached = NaN, goal, unit }, rounds) {
  const wished = goal && ('most' in goal ? goal.most : goal.least);
  const verdict = verdictOf({ name: '', reached, unit, ...(goal && { goal }) }, rounds);
  if (!wished) return `is ${verdict}`;
  return `is ${verdict}, ${Math.round(Math.abs(reached / wished - 1) * 100)} % of it`;
}
