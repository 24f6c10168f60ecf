import type { GroupWork } from '../../shared/groupwork/model.ts'
import { findingsOf } from '../../shared/map/findings.ts'
import { quadrants } from '../../shared/map/model.ts'
import { placeAll, quadrantCounts } from '../../shared/scoring/axis.ts'
import { alignment, compareShares } from '../../shared/scoring/effort.ts'
import { gutAgreement } from '../../shared/scoring/gutOrder.ts'
import type { Words } from '../../shared/workbook/words.ts'
import type { ReadBook } from './readXlsx.ts'

type Figure = number | null
interface CustomerFigures {
  readonly potential: Figure
  readonly relationship: Figure
  readonly quadrant: string | null
  readonly missing: Figure
  readonly effortShare: Figure
  readonly potentialShare: Figure
  readonly signal: string | null
}
/** What a group's workbook computes, and what the app says of the same work. Figures to nine places, because both count in their own order. */
export interface BookFigures {
  /** By id. */
  readonly customers: Readonly<Record<string, CustomerFigures>>
  /** In the order of `quadrants`. */
  readonly counts: readonly Figure[]
  readonly alignment: Figure
  readonly spearman: Figure
}

const round = (value: unknown): Figure => (typeof value === 'number' ? Number(value.toFixed(9)) : null)
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function figuresInBook(book: ReadBook, words: Words): BookFigures {
  const sheet = book.get(words.sheets.measuring)
  const map = book.get(words.sheets.map)
  const cells = [...sheet ?? []]
  const columnOf = (key: string): string => cells.find(([at, { value }]) => /^[A-Z]+1$/.test(at) && value === key)?.[0].replace('1', '') ?? '?'
  const first = Number(cells.find(([at, { value }]) => /^A\d+$/.test(at) && value === 'ketu-rows')?.[0].slice(1) ?? Infinity)
  const customers = cells.flatMap(([place, { value: id }]): [string, CustomerFigures][] => {
    const row = /^A(\d+)$/.exec(place)?.[1]
    if (row === undefined || Number(row) <= first || typeof id !== 'string') return []
    const at = (key: string): unknown => sheet?.get(`${columnOf(key)}${row}`)?.value
    return [[id, {
      potential: round(at('potential')), relationship: round(at('relationship')), quadrant: text(at('quadrant')), missing: round(at('missing')),
      effortShare: round(at('effortShare')), potentialShare: round(at('potentialShare')), signal: text(at('signal')),
    }]]
  })
  return {
    customers: Object.fromEntries(customers),
    counts: quadrants.map((_quadrant, index) => round(map?.get(`C${10 + index}`)?.value)),
    alignment: round(map?.get('C16')?.value), spearman: round(map?.get('C17')?.value),
  }
}

export function figuresOfApp(work: GroupWork, words: Words): BookFigures {
  const places = placeAll(work.customers, work.scales, work.settings)
  const compared = compareShares(work.customers, places)
  const signals = new Map(findingsOf(work).flatMap(({ rule, customerIds }) => (rule === 'neglected' || rule === 'over-served' ? [[customerIds[0], words.rule[rule]] as const] : [])))
  const counts = quadrantCounts(places)
  return {
    customers: Object.fromEntries(places.map((place): [string, CustomerFigures] => {
      const share = compared.find(({ customerId }) => customerId === place.customerId)
      return [place.customerId, {
        potential: round(place.y.value), relationship: round(place.x.value), quadrant: place.quadrant ? words.quadrant[place.quadrant] : null,
        missing: place.x.total + place.y.total - place.x.graded - place.y.graded,
        effortShare: round(share?.effortShare), potentialShare: round(share?.potentialShare), signal: signals.get(place.customerId) ?? null,
      }]
    })),
    counts: quadrants.map((quadrant) => counts[quadrant]),
    alignment: round(alignment(compared)),
    spearman: round(gutAgreement(work, places)),
  }
}
