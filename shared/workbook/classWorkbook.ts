import { groupIdentity } from '../group/identity.ts'
import type { GroupWork } from '../groupwork/model.ts'
import type { Locale } from '../language/locale.ts'
import { quadrants } from '../map/model.ts'
import { findingsOf } from '../map/findings.ts'
import { weightTotal } from '../scale/weights.ts'
import { isMeasured, placeAll, quadrantCounts } from '../scoring/axis.ts'
import { alignment, compareShares } from '../scoring/effort.ts'
import { gutAgreement } from '../scoring/gutOrder.ts'
import { bookEntries } from './ooxml/book.ts'
import { colour } from './ooxml/palette.ts'
import { type CellValue, type Sheet, SheetCells } from './ooxml/sheet.ts'
import type { Style } from './ooxml/styles.ts'
import { zipInSteps } from './ooxml/zip.ts'
import { look, quadrantLook } from './sheets/looks.ts'
import { nameOf } from './customerName.ts'
import { type Words, dateText, fill, fontOf, wordsOf } from './words.ts'

export interface ClassBookSource {
  readonly classTitle: string
  readonly locale: Locale
  readonly madeAt: number
  readonly zoneMinutes: number
  readonly groups: readonly { readonly index: number; readonly title: string; readonly members: number; readonly work: GroupWork }[]
}
type Group = ClassBookSource['groups'][number]

const HEADER = 5

/** The class at a glance: a row for each group, and all customers of all groups. Figures as they are now; the groups' own workbooks compute. */
export function* classWorkbook(source: ClassBookSource): Generator<void, Uint8Array> {
  const words = wordsOf(source.locale)
  const sheets = [groupsSheet(source, words), customersSheet(source, words)]
  return yield* zipInSteps(bookEntries({ title: fill(words.classTitle, { class: source.classTitle }), font: fontOf(source.locale), sheets, charts: new Map(), names: new Map(), madeAt: source.madeAt }), source.madeAt)
}

interface Column<Row> {
  readonly heading: string
  readonly width: number
  readonly value: (row: Row) => CellValue
  readonly look: Style | ((row: Row) => Style)
}

function table<Row>(name: string, tab: string, title: string, hint: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  const cells = new SheetCells()
  cells.put(2, 2, title, look.title)
  cells.shape(2, { height: 30 })
  cells.put(3, 2, hint, { ...look.hint, wrap: false })
  cells.shape(HEADER, { height: 44 })
  columns.forEach((column, place) => {
    cells.put(HEADER, place + 2, column.heading, look.heading)
    rows.forEach((row, index) => cells.put(HEADER + 1 + index, place + 2, column.value(row), typeof column.look === 'function' ? column.look(row) : column.look))
  })
  rows.forEach((_row, index) => cells.shape(HEADER + 1 + index, { height: 22 }))
  return {
    name, seen: 'shown', tab, landscape: true, cells, merged: [], rules: [], validations: [], frozen: { rows: HEADER, columns: 2 }, titleRows: [HEADER, HEADER], footer: title,
    columns: [{ width: 3 }, ...columns.map(({ width }) => ({ width }))],
  }
}

function groupsSheet({ groups, classTitle, madeAt, zoneMinutes }: ClassBookSource, words: Words): Sheet {
  const { summary } = words
  const plain = (heading: string, value: (group: Group) => CellValue, style: Style = look.centred, width = 11): Column<Group> => ({ heading, width, value, look: style })
  const places = ({ work }: Group) => placeAll(work.customers, work.scales, work.settings)
  const judged = ({ work }: Group, verdict: string): number => findingsOf(work).filter(({ key }) => work.judgements.get(key)?.verdict === verdict).length
  const columns: Column<Group>[] = [
    plain(summary.group, ({ title }) => title, { ...look.text, bold: true }, 22),
    plain(summary.members, ({ members }) => members),
    plain(summary.potentialFactors, ({ work }) => work.scales.potential.factors.length), plain(words.scale.total, ({ work }) => weightTotal(work.scales.potential.factors)),
    plain(summary.relationshipFactors, ({ work }) => work.scales.relationship.factors.length), plain(words.scale.total, ({ work }) => weightTotal(work.scales.relationship.factors)),
    plain(summary.customers, ({ work }) => work.customers.length), plain(summary.measured, (group) => places(group).filter(isMeasured).length),
    ...quadrants.map((quadrant) => plain(words.quadrant[quadrant], (group) => quadrantCounts(places(group))[quadrant], { ...look.centred, ...quadrantLook[quadrant] })),
    plain(summary.accepted, (group) => judged(group, 'accepted')), plain(summary.rejected, (group) => judged(group, 'rejected')),
    plain(summary.alignment, (group) => alignment(compareShares(group.work.customers, places(group))), { ...look.centred, format: '0%' }),
    plain(summary.spearman, (group) => gutAgreement(group.work, places(group)), { ...look.centred, format: '0.00' }),
  ]
  return table(words.sheets.groups, colour.teal, fill(words.classTitle, { class: classTitle }), fill(words.madeAt, { date: dateText(madeAt, zoneMinutes) }), columns, groups)
}

function customersSheet({ groups, classTitle, madeAt, zoneMinutes }: ClassBookSource, words: Words): Sheet {
  const { measuring, summary } = words
  const rows = groups.flatMap(({ index, title, work }) => {
    const places = placeAll(work.customers, work.scales, work.settings)
    const shares = new Map(compareShares(work.customers, places).map((share) => [share.customerId, share]))
    return work.customers.map((customer, place) => ({ title, name: nameOf(customer, { work, letter: groupIdentity(index).letter }), customer, place: places[place], share: shares.get(customer.id) }))
  })
  type Row = (typeof rows)[number]
  const plain = (heading: string, value: (row: Row) => CellValue, style: Column<Row>['look'] = look.centred, width = 12): Column<Row> => ({ heading, width, value, look: style })
  const columns: Column<Row>[] = [
    plain(summary.group, ({ title }) => title, look.text, 20), plain(summary.customer, ({ name }) => name, { ...look.text, bold: true }, 24),
    plain(measuring.potential, ({ place }) => place?.y.value ?? null, look.score), plain(measuring.relationship, ({ place }) => place?.x.value ?? null, look.score),
    plain(measuring.quadrant, ({ place }) => (place?.quadrant ? words.quadrant[place.quadrant] : null), ({ place }) => ({ ...look.centred, ...(place?.quadrant ? quadrantLook[place.quadrant] : {}) })),
    plain(measuring.missing, ({ place }) => (place ? place.x.total + place.y.total - place.x.graded - place.y.graded : null)),
    plain(summary.effort, ({ customer }) => customer.effort), plain(measuring.revenue, ({ customer }) => customer.revenue),
    plain(measuring.effortShare, ({ share }) => share?.effortShare ?? null, look.share), plain(measuring.potentialShare, ({ share }) => share?.potentialShare ?? null, look.share),
    plain(measuring.note, ({ customer }) => customer.note || null, look.text, 40),
  ]
  return table(words.sheets.customers, colour.orange, fill(words.classTitle, { class: classTitle }), fill(words.madeAt, { date: dateText(madeAt, zoneMinutes) }), columns, rows)
}
