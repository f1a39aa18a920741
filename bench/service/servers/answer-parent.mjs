/**
 * Answers what the bench asks this process: `cpu`, the microseconds that it has computed so far, as the operating system counts
 * them, and what else `handlers` know.
 *
 * @param {Record<string, (input: any) => unknown>} [handlers]
 */
export function answerParent(handlers = {}) {
  const known = { cpu, ...handlers };
  process.on(
    'message',
    async (/** @type {{ id: number, ask: keyof typeof known, input: unknown }} */ { id, ask, input }) => {
      try {
        process.send?.({ id, answer: await known[ask](input) });
      } catch (error) {
        process.send?.({ id, error: String(error) });
      }
    },
  );
  process.once('disconnect', () => process.exit());
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}
