/** Multiples that Chinese figures are written with; `w` is how 万 is typed on a phone. */
const multiples: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, 萬: 1e4, w: 1e4, 百万: 1e6, 百萬: 1e6, 千万: 1e7, 千萬: 1e7, 亿: 1e8, 億: 1e8 }
const byLength = Object.keys(multiples).sort((one, other) => other.length - one.length)
/** Beyond this a double no longer holds every whole number's neighbours apart. */
export const MAX_DECIMAL = 1e15

/**
 * The number that was typed into a cell (pitfall 1.12): null for an empty cell, 'invalid' for what is no single finite
 * number up to ±1e15. Never NaN, Infinity or -0.
 *
 * - full-width characters count as their ASCII ones; 。 is a decimal point between digits; ¥, $ and € in front are dropped
 * - `1,234` and `1 234` group thousands; `1,5` and `0,125` have a decimal comma; `1.234,5` has both; `1,23,4` is invalid
 * - a percent sign is dropped: `12%` is 12, because the factor's unit says that it is per cent
 * - 千, 万, 亿 (and k, w) multiply: `3.5万` is 35000. With `unit` given the figure is brought to that unit:
 *   for `万元`, `300万`, `300万元` and `300` are all 300, `3亿` is 30000 and `5000元` is 0.5
 */
export function parseDecimal(text: string, unit = ''): number | null | 'invalid' {
  const folded = fold(text)
  if (folded === '') return null
  if (folded.length > 60) return 'invalid'
  const parts = /^([+-]?)[¥$€]?([+-]?)([\d.,' ]*\d[.]?|\d[\d.,' ]*)(e[+-]?\d{1,3})?(\D*)$/iu.exec(folded)
  if (!parts) return 'invalid'
  const [, sign = '', innerSign = '', digits = '', exponent = '', suffix = ''] = parts
  if (sign && innerSign) return 'invalid'
  const plain = withoutGroups(digits.trim())
  const scale = suffixScale(suffix.trim(), fold(unit))
  if (plain === null || scale === null) return 'invalid'
  const value = exact(Number(`${sign}${innerSign}${plain}${exponent}`) * scale)
  return Number.isFinite(value) && Math.abs(value) <= MAX_DECIMAL ? value + 0 : 'invalid'
}

const fold = (text: string): string =>
  text.normalize('NFKC').replace(/(\d)。(?=\d)/gu, '$1.').replace(/[\u2010-\u2015\u2212]/gu, '-').replace(/[\s\p{Cf}]+/gu, ' ').trim().toLowerCase()

/** 3.3 × 10000 is 33000, not 32999.999999999996. */
const exact = (value: number): number => Number(value.toPrecision(15))

/** Digits with at most one '.', or null when separators stand where no number has them. */
function withoutGroups(digits: string): string | null {
  if (/^\d*\.?\d*$/.test(digits)) return digits
  if (/^[1-9]\d{0,2}([,' ])\d{3}(\1\d{3})*(\.\d*)?$/.test(digits)) return digits.replace(/[,' ]/g, '')
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(digits) || /^[1-9]\d{0,2}(\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  return /^\d*,\d+$/.test(digits) ? digits.replace(',', '.') : null
}

/** What to multiply a figure by that was written with `suffix`, to have it in `unit`; null when the suffix fits neither. */
function suffixScale(suffix: string, unit: string): number | null {
  if (suffix === '' || suffix === '%' || suffix === unit) return 1
  const written = splitUnit(suffix)
  const wanted = splitUnit(unit)
  // 300万元 is what people type where the unit is 万元/年.
  const isShort = [`${written.rest}/`, `${written.rest} a `].some((start) => wanted.rest.startsWith(start))
  if (written.rest !== '' && written.rest !== wanted.rest && !isShort) return null
  return written.multiple / wanted.multiple
}

function splitUnit(unit: string): { multiple: number; rest: string } {
  // As English has it: 10,000 CNY.
  const [figure] = /^\d{1,3}(,\d{3})+(?=\s)/.exec(unit) ?? []
  if (figure !== undefined) return { multiple: Number(figure.replaceAll(',', '')), rest: unit.slice(figure.length).trim() }
  const name = byLength.find((one) => unit.startsWith(one))
  // A Latin unit like "kg" or "week" does not begin with a multiple, it only looks so.
  if (name === undefined || (/^[a-z]/.test(name) && unit.length > 1)) return { multiple: 1, rest: unit }
  return { multiple: multiples[name] ?? 1, rest: unit.slice(name.length).trim() }
}
