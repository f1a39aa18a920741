/** What the bindings of the events scene have got. */
export const heard: { type: string; handler: string }[] = [];

/** A listener that notes what it gets under the spelling that it was bound by. */
export function hear(handler: string): (event: Event) => void {
  return ({ type }) => heard.push({ type, handler });
}
