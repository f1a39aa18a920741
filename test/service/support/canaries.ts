/** What must not be told. */
export type Canaries = Readonly<Record<'apiKey' | 'secret' | 'attribute', string>>;

/** Secrets that are nowhere else in the world: where one is found, it has leaked. */
export const canaries: Canaries = {
  apiKey: 'canary-key-5d1c0f9e7b3a',
  secret: `whsec_${Buffer.from('canary of a secret, 32 bytes long').toString('base64')}`,
  attribute: 'canary-attribute-8f42@shopper.example',
};

/** Which of the canaries `text` has in it. */
export function canariesIn(text: string, sought = canaries): string[] {
  const parts = Object.entries(sought);
  return parts.filter(([, canary]) => text.includes(canary.replace('whsec_', ''))).map(([name]) => name);
}

/** Requests that say the canaries in every way that is refused, and some that is not: a path, headers and a body. */
export function tellingRequests(headers: Readonly<Record<string, string>>, { apiKey, attribute } = canaries) {
  const any = '/v1/placements/any';
  const attributes = { email: attribute };
  const json = (body: unknown) => JSON.stringify(body);
  const sound = json({ cartId: 'cart', attributes });
  return [
    [any, {}, sound],
    [`${any}?email=${attribute}&key=${apiKey}`, {}, sound],
    [`/v1/nothing?email=${attribute}`, {}, sound],
    [
      any,
      { 'rokt-api-key': `${apiKey}-wrong`, authorization: `Bearer ${apiKey}`, cookie: `key=${apiKey}` },
      sound,
    ],
    [any, { 'rokt-tag-id': 'wrong' }, sound],
    [any, { 'content-type': 'text/plain' }, sound],
    [any, { 'content-encoding': 'gzip' }, sound],
    [any, {}, sound.slice(0, -2)],
    [any, {}, `{"cartId":"cart","attributes":{"email":"${attribute}","email":"${attribute}"}}`],
    [any, {}, `{"cartId":"cart","attributes":{"email":"${attribute}\\u0000"}}`],
    [any, {}, `{"cartId":"cart","attributes":"${attribute}"}`],
    [any, {}, `{"cartId":["${attribute}"]}`],
    [any, {}, `"${attribute}"`],
    [any, {}, attribute],
    [any, {}, json({ cartId: 'cart', attributes: { email: attribute.repeat(300) } })],
    [any, {}, json({ cartId: 'cart', attributes: { email: attribute.repeat(3_000) } })],
    ['/v1/selections', { origin: 'http://localhost' }, json({ accountId: '222', attributes })],
    ['/v1/selections', { origin: 'http://localhost' }, json({ accountId: 222, attributes })],
    ['/v1/selections', { origin: 'https://stranger.example' }, json({ accountId: '222', attributes })],
    ['/v1/cart/reserve', {}, json({ cartId: 'cart', items: [{ cartItemId: '1' }], attributes })],
  ].map(([path, own, body]) => ({
    path: path as string,
    headers: { 'content-type': 'application/json', ...headers, ...(own as Record<string, string>) },
    body: body as string,
  }));
}

/** What is answered to each of them, headers and all. */
export async function answersTo(url: string, requests: ReturnType<typeof tellingRequests>): Promise<string> {
  const answers = [];
  for (const { path, headers, body } of requests) {
    const response = await fetch(url + path, { method: 'POST', headers, body });
    answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`);
  }
  return answers.join('\n');
}
