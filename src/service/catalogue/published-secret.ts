/** The secret that docs/catalogue.md prints: it signs nothing, since everybody knows it. */
const PUBLISHED = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** True for a secret that anybody may know. */
export function isPublishedSecret(secret: string): boolean {
  return secret === PUBLISHED;
}
