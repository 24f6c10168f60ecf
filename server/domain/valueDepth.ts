/** Values of our pages are flat. */
const DEEPEST = 32

/**
 * Whether a value holds lists or objects in one another deeper than anybody needs. Reading them is one thing; writing them out
 * again takes the call stack, and would fail in the middle of somebody else's question.
 */
export function isTooDeep(value: unknown, most = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return most === 0 || Object.values(value).some((inner) => isTooDeep(inner, most - 1))
}
