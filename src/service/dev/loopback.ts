import { isLoopbackHost } from '../../model/index.ts';

/** Whether `origin` is a page of this machine. */
export function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && isLoopbackHost(hostname);
}
