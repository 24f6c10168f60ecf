/** Values of our pages are flat. */
const DEEPEST = 32

/**
 * Whether a value that came over the wire holds lists or objects in one another deeper than anybody needs, or an object that is
 * no plain one: lib0 takes a key `__proto__` for the prototype. Reading them is one thing; writing them out again takes the
 * call stack, or fails, and would do so in the middle of somebody else's question.
 */
export function isUnfit(value: unknown, most = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return true
  return most === 0 || Object.values(value).some((inner) => isUnfit(inner, most - 1))
}
