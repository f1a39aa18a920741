/** The oldest Node that the service runs on: the first with `node:sqlite`. */
export const neededNode = [22, 13] as const;

/** @throws {Error} one line that names the Node that `what` needs, on an older one */
export function askForNode(what: string): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return;
  throw new Error(
    `${what} needs Node ${neededNode.join('.')} or later; this is Node ${process.versions.node}`,
  );
}
