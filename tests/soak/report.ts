import { judge, trendOf, type Point } from './trend.ts'
import { measures, type Measure, type Sample } from './sample.ts'

/** What may be added in an hour. A class day has eight: at these, a laptop does not notice. */
const toleratedPerHour: Readonly<Partial<Record<Measure, number>>> = {
  heapMb: 10, externalMb: 10, rssMb: 40, databaseMb: 10, walMb: 10, editsMb: 5, copiesMb: 20, sockets: 5,
}
/** The part of the run in which caches fill and code gets compiled. */
const WARM_UP = 1 / 3
const WIDTH = 11

const cell = (value: string | number): string => (typeof value === 'number' ? value.toFixed(value < 100 ? 1 : 0) : value).padStart(WIDTH)
export const heading = ['minute', 'day', ...measures].map(cell).join('')
export const row = ({ atMs, days, values }: Sample): string => [cell(atMs / 60_000), cell(`${days + 1}`), ...measures.map((measure) => cell(values[measure]))].join('')

/** What became of each measure after the warm-up. */
export function report(samples: readonly Sample[]): { readonly text: string; readonly grows: boolean } {
  const endMs = samples.at(-1)?.atMs ?? 0
  const warm = samples.filter(({ atMs }) => atMs > endMs * WARM_UP)
  const lines = [['after warm-up', 'mean', 'per hour', '± 2 errors', 'tolerated', ''].map(cell).join(' ')]
  let grows = false
  for (const measure of measures) {
    const trend = trendOf(warm.map(({ atMs, values }): Point => ({ atMs, value: values[measure] })))
    const tolerated = toleratedPerHour[measure]
    const verdict = tolerated === undefined ? '' : judge(trend, tolerated)
    if (verdict === 'grows') grows = true
    lines.push([measure, trend.mean, trend.perHour, 2 * trend.errorPerHour, tolerated ?? '', verdict].map(cell).join(' '))
  }
  return { text: `\n${lines.join('\n')}\n\n${grows ? 'NOT FLAT' : 'nothing grows beyond what is tolerated'}`, grows }
}
