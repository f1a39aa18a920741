// @ts-check

/**
 * What a request says of who makes it.
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
export function shopperOf(headers) {
  return { userAgent: headers['user-agent'], acceptLanguage: headers['accept-language'] };
}
