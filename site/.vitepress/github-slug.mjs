/**
 * The anchor of a heading as GitHub makes it, so that a link is right in both places.
 * @param {string} heading
 */
export function gitHubSlug(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}
