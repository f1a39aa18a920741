import type { LoggedCall } from './protocol.ts';

/** What a client sets by itself, or what the log does not have. */
const LEFT_OUT =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|user-agent|cookie|authorization|proxy-authorization|sec-.*)$/;

/** The variable of the shell that has the key: the log does not. */
const KEY_VARIABLE = '$ROKT_API_KEY';

/** A shell's command that makes a logged call again, at the service of `origin`, with the key from a variable. */
export function toCurl(call: LoggedCall, origin: string): string {
  const headers = Object.entries(call.headers)
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([name, value]) => `-H ${toHeader(name, value)}`);
  const body = call.request === undefined || call.request === null ? [] : [`-d ${toWord(bodyOf(call))}`];
  return [`curl -i -X ${call.method} ${toWord(origin + call.path)}`, ...headers, ...body].join(' \\\n  ');
}

/** Whether the values of attributes are missing in it. */
export function lacksAttributes({ request }: LoggedCall): boolean {
  return typeof request === 'object' && request !== null && 'attributes' in request;
}

function bodyOf({ request }: LoggedCall): string {
  return JSON.stringify(request);
}

function toHeader(name: string, value: string): string {
  return name === 'rokt-api-key' ? `"${name}: ${KEY_VARIABLE}"` : toWord(`${name}: ${value}`);
}

/** One word of a shell, whatever is in it. */
function toWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
