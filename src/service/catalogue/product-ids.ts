/**
 * The partner's products that the attribute `productIds` names, each once: a JSON list, as pages send it, or the ids with
 * commas between them.
 */
export function productIdsIn({ productIds }: Readonly<Record<string, string>>): readonly string[] {
  const text = productIds?.trim() ?? '';
  const ids = listIn(text) ?? text.split(',');
  return [...new Set(ids.map((id) => String(id).trim()).filter((id) => id !== ''))];
}

function listIn(text: string): unknown[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list)
      ? list.filter((id) => typeof id === 'string' || typeof id === 'number')
      : undefined;
  } catch {
    // No JSON: an id may begin with a bracket.
    return undefined;
  }
}
