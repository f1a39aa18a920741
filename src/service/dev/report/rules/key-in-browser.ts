import type { Rule } from '../rule.ts';

/** What browsers alone send. */
const BROWSER = ['origin', 'sec-fetch-site'];

/** The API key stays on the server. */
export const keyInBrowser: Rule = {
  id: 'key-in-browser',
  title: 'The API key stays on the server',
  kind: 'fault',
  fix: 'Call the transaction API from your server, and take a new key: whoever opens the page can read this one.',
  isSeen: ({ calls }) => calls.some(({ operation }) => operation !== 'selections'),
  find: ({ calls }) =>
    calls
      .filter(({ operation, headers }) => operation !== 'selections' && BROWSER.some((name) => headers[name]))
      .map((call) => ({
        says: `${call.operation} was sent by a page, with the API key in it.`,
        calls: [call],
      })),
};
