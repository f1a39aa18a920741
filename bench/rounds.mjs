/**
 * Measures each of `subjects` in each round, the first of them last in every other round, after some rounds that count for nothing.
 *
 * @template {string} Name
 * @param {readonly Name[]} subjects
 * @param {{ rounds: number, warmUp: number }} scale
 * @param {(subject: Name, round: number) => Promise<Record<string, number>>} measure figures by name
 */
export async function inRounds(subjects, { rounds, warmUp }, measure) {
  const figures = /** @type {Record<Name, Record<string, number[]>>} */ ({});
  for (const subject of subjects) figures[subject] = {};
  for (let round = -warmUp; round < rounds; round++) {
    const turn = round % 2 === 0 ? subjects : subjects.toReversed();
    for (const subject of turn) {
      const measured = await measure(subject, round);
      if (round < 0) continue;
      for (const [name, figure] of Object.entries(measured)) (figures[subject][name] ??= []).push(figure);
    }
  }
  return figures;
}

/**
 * The same for one figure of each.
 *
 * @template {string} Name
 * @param {readonly Name[]} subjects
 * @param {{ rounds: number, warmUp: number }} scale
 * @param {(subject: Name) => Promise<number>} measure
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleaved(subjects, scale, measure) {
  const figures = await inRounds(subjects, scale, async (subject) => ({ took: await measure(subject) }));
  const took = subjects.map((subject) => [subject, figures[subject]['took'] ?? []]);
  return /** @type {Record<Name, number[]>} */ (Object.fromEntries(took));
}
