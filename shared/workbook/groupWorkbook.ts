import { type Book, bookEntries } from './ooxml/book.ts'
import { zipInSteps } from './ooxml/zip.ts'
import { chartDataSheet } from './sheets/chartData.ts'
import { findingsSheet } from './sheets/findings.ts'
import { mapSheet } from './sheets/map.ts'
import { markerSheet } from './sheets/marker.ts'
import { measuringSheet } from './sheets/measuring.ts'
import { type MeasuringPlan, planMeasuring } from './sheets/measuringPlan.ts'
import { plansSheet } from './sheets/plans.ts'
import { readMeSheet } from './sheets/readMe.ts'
import { scaleSheet } from './sheets/scale.ts'
import type { GroupBookSource, SheetPart, SheetSource } from './sheets/sheetPart.ts'
import { strategiesSheet } from './sheets/strategies.ts'
import { uspsSheet } from './sheets/usps.ts'
import { type Words, fill, fontOf, wordsOf } from './words.ts'

/** The sheets that a reader sees, in order. A new part of the group's work adds its function here, and its words. */
const shown: readonly { readonly name: keyof Words['sheets'] & keyof Words['readMe']['about']; readonly make: (source: SheetSource, plan: MeasuringPlan) => SheetPart | Generator<void, SheetPart> }[] = [
  { name: 'potential', make: scaleSheet('potential') },
  { name: 'relationship', make: scaleSheet('relationship') },
  { name: 'measuring', make: measuringSheet },
  { name: 'map', make: mapSheet },
  { name: 'findings', make: findingsSheet },
  { name: 'usps', make: uspsSheet },
  { name: 'strategies', make: strategiesSheet },
  { name: 'plans', make: plansSheet },
]

function* groupBook(given: GroupBookSource): Generator<void, Book> {
  const words = wordsOf(given.locale)
  const source: SheetSource = { ...given, words }
  const plan = planMeasuring(source.work, words)
  const contents = shown.map(({ name }) => ({ name: words.sheets[name], about: words.readMe.about[name] }))
  const parts = [readMeSheet(source, contents)]
  for (const { make } of shown) {
    const made = make(source, plan)
    parts.push('sheet' in made ? made : yield* made)
    yield
  }
  parts.push(yield* chartDataSheet(source, plan), markerSheet(source))
  return {
    title: fill(words.title, { group: source.groupTitle }), font: fontOf(source.locale), madeAt: source.madeAt,
    sheets: parts.map(({ sheet }) => sheet),
    charts: new Map(parts.flatMap(({ sheet, chart }) => (chart ? [[sheet.name, chart] as const] : []))),
    names: new Map(parts.flatMap(({ names }) => [...(names ?? [])])),
  }
}

/** One group's workbook, as steps: see `zipInSteps`. */
export function* groupWorkbook(source: GroupBookSource): Generator<void, Uint8Array> {
  const book = yield* groupBook(source)
  return yield* zipInSteps(bookEntries(book), source.madeAt)
}
