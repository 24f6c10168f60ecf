import { wellFormed } from './sanitise.ts'

/** What people and input methods write for a digit: letters that look alike, and Chinese numerals. */
const alike: Readonly<Record<string, string>> = {
  O: '0', o: '0', I: '1', l: '1', '|': '1',
  〇: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}

/** "482913" → "482 913", "48291375" → "4829 1375", as it is read out. Anything else is left as it is. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$|^(\d{4})(\d{4})$/, '$1$3 $2$4')

/**
 * The ASCII digits of a code typed in any form (pitfall 4.21): full-width or circled digits, blanks, dashes and dots of
 * either keyboard in between. Look-alikes (O for 0, l for 1, 一 for 1) count only where nothing but digits and look-alikes is
 * written, so that pasted words around a code add nothing to it. '' when there is no digit.
 */
export function normaliseDigits(text: string): string {
  const dense = wellFormed(text.slice(0, 200)).normalize('NFKC').replace(/[^\p{L}\p{N}|]/gu, '')
  const characters = Array.from(dense, (character) => (/^[0-9]$/.test(character) ? character : alike[character]))
  if (characters.every((character) => character !== undefined)) return characters.join('')
  return dense.replace(/[^0-9]/g, '')
}
