// @ts-check
import { readFile } from 'node:fs/promises';

const NAMES = ['concert', 'laptop', 'teapot'];

/** What the shop sells, by story: products, fees and deliveries, at prices in minor units. @returns {Promise<Record<string, any>>} */
export async function readStories() {
  const read = async (/** @type {string} */ name) => {
    const file = new URL(`../stories/${name}.json`, import.meta.url);
    return [name, JSON.parse(await readFile(file, 'utf8'))];
  };
  return Object.fromEntries(await Promise.all(NAMES.map(read)));
}
