/** @typedef {import('./client.mjs').Asked} Asked */

/**
 * Microseconds of the server's CPU that each call took, and the answers.
 *
 * @param {Pick<import('./start.mjs').Server, 'ask'>} server
 * @param {import('./client.mjs').Client} client
 * @param {readonly Asked[]} calls
 * @param {(answered: import('./client.mjs').Answered) => unknown} [check]
 */
export async function cpuOf(server, client, calls, check = toBody) {
  const before = await server.ask('cpu');
  const answers = await client.sendAll(calls);
  const after = await server.ask('cpu');
  answers.forEach(check);
  return { micros: (after - before) / calls.length, answers };
}

/** The body of an answer that has done all it was asked for. @param {import('./client.mjs').Answered} answered */
export function toBody({ status, text }) {
  const body = status === 200 ? JSON.parse(text) : undefined;
  const isDone = body?.items?.every((/** @type {{ success: boolean }} */ { success }) => success) ?? true;
  if (status !== 200 || !isDone) throw new Error(`expected a call to succeed, got ${status}: ${text}`);
  return body;
}
