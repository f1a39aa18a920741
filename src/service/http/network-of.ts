/** An IPv4 address as IPv6 has it. */
const MAPPED = /^::ffff:(?=[\d.]+$)/i;

/**
 * Who is counted as one by an address: itself in IPv4; in IPv6 the network of 64 bits, since whoever has one address of it has all.
 */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = groupsOf(head);
  const last = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => '0');
  return [...groups, ...zeros, ...last].slice(0, 4).join(':');
}

/** The groups of a part of an address, without zeros before them; an IPv4 address at the end counts as two. */
function groupsOf(part: string): string[] {
  if (part === '') return [];
  return part
    .split(':')
    .flatMap((group) => (group.includes('.') ? ['0', '0'] : group.replace(/^0+(?=.)/, '')));
}
