/** Of what the place of a mistake has a word for. Other keys are named as they stand in the file. */
const named: ReadonlySet<string> = new Set([
  'title', 'brief', 'notes', 'number', 'kind', 'activity', 'minutes', 'floor', 'cut', 'startsAt', 'steps', 'items', 'polls', 'cases', 'alone', 'lockAtZero', 'uncounted', 'id', 'format',
])

/** "Item 4, step 2, title": where in a course file something is wrong. */
export function placeText(t: (key: string, values?: Record<string, unknown>) => string, path: readonly (string | number)[]): string {
  const words = path.flatMap((key, at): string[] => {
    if (typeof key === 'number') return [path[at - 1] === 'items' && at === 1 ? t('courses.place.item', { n: key + 1 }) : t('courses.place.nth', { n: key + 1 })]
    if (key === 'items' && at === 0 && path.length > 1) return []
    return [named.has(key) ? t(`courses.place.${key}`) : key]
  })
  return words.join(t('courses.place.joint'))
}
