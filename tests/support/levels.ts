/** Lists in lists. */
export function levels(count: number): unknown[] {
  let list: unknown[] = []
  for (let level = 1; level < count; level++) list = [list]
  return list
}
