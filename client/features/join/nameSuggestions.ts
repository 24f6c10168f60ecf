import { MAX_NAME, nameKey, normaliseName, truncateCodePoints } from '../../../shared/text/sanitise.ts'

/** Names to offer when `taken` is somebody else's: with the group's letter, with a number. Empty when nothing visible was typed. */
export function nameSuggestions(taken: string, letter: string | undefined): readonly string[] {
  const name = normaliseName(taken)
  if (name === '') return []
  const endings = letter ? [letter, '2'] : ['2', '3']
  // A Latin name wants a blank before the ending; 王芳2 reads better without.
  const gap = /[\p{Script=Latin}\d]$/u.test(name) ? ' ' : ''
  const offered = endings.map((ending) => truncateCodePoints(name, MAX_NAME - gap.length - ending.length) + gap + ending)
  return offered.filter((one) => nameKey(one) !== nameKey(name))
}
