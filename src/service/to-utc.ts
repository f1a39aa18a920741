/** `time`, in ms since the epoch, as the wire has it: ISO 8601 in UTC. */
export function toUtc(time: number): string {
  return new Date(time).toISOString();
}
