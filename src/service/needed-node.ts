/** The oldest Node that the service runs on: the first with `node:sqlite`. */
export const neededNode = [22, 13] as const;

/** One line that names the Node that `what` needs, on an older one; undefined on this and later ones. */
export function nodeFault(what: string, needed: readonly [major: number, minor: number]): string | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return undefined;
  return `${what} needs Node ${needed.join('.')} or later; this is Node ${process.versions.node}`;
}

/** @throws {Error} one line that names the Node that `what` needs, on an older one */
export function askForNode(what: string): void {
  const fault = nodeFault(what, neededNode);
  if (fault) throw new Error(fault);
}
