/** Simplified text → Traditional text, as `npm run words` writes it beside the texts. */
export type Traditional = Readonly<Record<string, string>>

/**
 * A copy of `material` in which every text has its Traditional words too. A text that is not in `words` yet stays as it
 * is, and its Simplified words stand in.
 */
export function withTraditional<T>(material: T, words: Traditional): T {
  // The copy has the shape of what was given, plus an optional key; the compiler can't follow a walk over unknown keys.
  return copy(material, words) as T
}

function copy(value: unknown, words: Traditional): unknown {
  if (Array.isArray(value)) return value.map((one) => copy(one, words))
  if (typeof value !== 'object' || value === null) return value
  const copied = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one, words)]))
  const simplified = copied['zh-CN']
  if (typeof simplified !== 'string') return copied
  const traditional = simplified === '' ? '' : words[simplified]
  return traditional === undefined ? copied : { ...copied, 'zh-TW': traditional }
}
