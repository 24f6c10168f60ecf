import { attributeOf, readXml } from './xml.ts'

/** How a number that is stored in a cell is meant. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time' | 'date-time'

/** By the cell's style; number formats that Excel knows without writing them down are told by their ids. */
export function readNumberKinds(xml: string | undefined): readonly NumberKind[] {
  const custom = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let inCellFormats = false
  if (xml === undefined) return kinds
  readXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributeOf(attributes, 'numFmtId')), kindOfCode(attributeOf(attributes, 'formatCode') ?? ''))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        kinds.push(custom.get(id) ?? kindOfId(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return kinds
}

function kindOfId(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent'
  if (id === 22) return 'date-time'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time'
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 36 && id <= 58 && id !== 48 && id !== 49) ? 'date' : 'plain'
}

/** By its letters, outside of quoted words, escapes and colours. */
function kindOfCode(code: string): NumberKind {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  const [hasDate, hasTime] = [/[yd]/.test(bare), /[hs]/.test(bare)]
  if (hasDate || hasTime) return hasDate && hasTime ? 'date-time' : hasDate ? 'date' : 'time'
  return bare.includes('%') ? 'percent' : 'plain'
}

const DAY_MS = 86_400_000
/** Day 0 of Excel's count on a calendar without its 29 February 1900, and the first day that it counts right. */
const [ZERO_1900_MS, ZERO_1904_MS, FIRST_RIGHT_DAY] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1), 61]

/** The number as people would write it. Dates become `2026-11-26`, percents `35%`. */
export function numberText(value: number, kind: NumberKind, from1904: boolean): string {
  if (kind === 'percent') return `${decimal(value * 100)}%`
  if (kind === 'plain' || value < 0 || value > 2_958_466) return decimal(value)
  if (!from1904 && kind !== 'time' && value < FIRST_RIGHT_DAY) return decimal(value)
  const iso = new Date((from1904 ? ZERO_1904_MS : ZERO_1900_MS) + Math.round(value * DAY_MS)).toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  return kind === 'date' ? date : kind === 'time' ? time : `${date} ${time}`
}

/** Without the noise of binary fractions, and without an exponent as long as the number fits on a line. */
function decimal(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e-6 && rounded !== 0 ? rounded.toFixed(12).replace(/0+$/, '').replace(/\.$/, '') : String(rounded)
}
