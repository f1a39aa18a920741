/** Closes what nobody waits for any more; its failure would concern what has ended. */
export function closeQuietly(opened: { close(): Promise<unknown> }): void {
  const close = async () => opened.close();
  close().catch(() => undefined);
}
