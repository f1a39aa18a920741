import { availableParallelism } from 'node:os';

/**
 * What `work` gives for each item, in the order of the items; as many are under way at once as there are processors.
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>}
 */
export async function atOnce(items, work) {
  const waiting = [...items.entries()];
  /** @type {Result[]} */
  const results = [];
  const workOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, workOn));
  return results;
}
