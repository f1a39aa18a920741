/** Whether a host, as URLs write it, is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
