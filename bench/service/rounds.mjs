/**
 * Measures each of `subjects` in each round, the first of them last in every other round, after some rounds that count for nothing.
 *
 * @template {string} Name
 * @param {readonly Name[]} subjects
 * @param {number} rounds
 * @param {(subject: Name, round: number) => Promise<Record<string, number>>} measure figures by name
 * @param {number} [warmUp]
 */
export async function inRounds(subjects, rounds, measure, warmUp = 5) {
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
