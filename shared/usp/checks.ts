import { isBlank, nameKey } from '../text/sanitise.ts'
import { passedTests, type Usp, type UspTest, uspSources, uspTests, dotsOf, TOP_COUNT } from './model.ts'

/** The text of a check is found by its id, in the language of the face. */
export const uspCheckIds = ['count', 'claim-missing', 'claim-hollow', 'evidence-missing', 'competitor-missing', 'for-missing', 'test-open', 'not-unique', 'not-valued', 'not-provable', 'few-sources', 'no-votes'] as const
export type UspCheckId = (typeof uspCheckIds)[number]

/** Where a check leads; `source:…` is the button that adds a USP of this source. */
export type UspField = 'claim' | 'evidence' | 'competitor' | 'forWhom' | `test:${UspTest}` | 'dots' | `add:${string}`

export interface UspCheck {
  readonly id: UspCheckId
  readonly severity: 'error' | 'advice'
  /** null: it concerns the whole list. */
  readonly uspId: string | null
  readonly field: UspField
  readonly params: Readonly<Record<string, string | number>>
}

/** A list shorter than this has not been thought through; the course asks for more before the best are kept. */
export const USPS_WANTED = 5
export const SOURCES_WANTED = 3

/** What every supplier says. Alone, without a figure, a certificate or a name, it is no selling point. */
const hollow = ['质量好', '品质好', '质量可靠', '服务好', '服务周到', '性价比高', '价格优惠', '价格低', '口碑好', '专业团队', '技术先进', 'good quality', 'high quality', 'good service', 'great service', 'best price', 'low price', 'cost-effective', 'value for money', 'professional team', 'good reputation']
const HOLLOW_LENGTH = 24
export function isHollow(claim: string): boolean {
  const key = nameKey(claim)
  return Array.from(key).length <= HOLLOW_LENGTH && !/\d/.test(key) && hollow.some((phrase) => key.includes(phrase))
}

/** What is missing or doubtful in the list, in the order in which one would put it right. */
export function uspChecks(usps: readonly Usp[]): UspCheck[] {
  return [...countCheck(usps), ...usps.flatMap(missingIn), ...usps.flatMap(openTests), ...usps.flatMap(doubts), ...sourcesCheck(usps), ...votesCheck(usps)]
}
export const isUspError = (check: UspCheck): boolean => check.severity === 'error'

/** Whether one can say what it is, prove it, and for whom and against whom it holds. */
export const isUspComplete = (usp: Usp): boolean => missingIn(usp).length === 0

const of = (usp: Usp, severity: UspCheck['severity'], id: UspCheckId, field: UspField, params: UspCheck['params'] = {}): UspCheck =>
  ({ id, severity, uspId: usp.id, field, params: { claim: usp.claim, ...params } })

function missingIn(usp: Usp): UspCheck[] {
  return [
    ...(isBlank(usp.claim) ? [of(usp, 'error', 'claim-missing', 'claim')] : []),
    ...(isBlank(usp.evidence) ? [of(usp, 'error', 'evidence-missing', 'evidence')] : []),
    ...(isBlank(usp.competitor) ? [of(usp, 'error', 'competitor-missing', 'competitor')] : []),
    ...(isBlank(usp.forWhom) && usp.customerIds.length === 0 ? [of(usp, 'error', 'for-missing', 'forWhom')] : []),
  ]
}

/** One check for each USP, which leads to its first test without an answer. */
function openTests(usp: Usp): UspCheck[] {
  const open = uspTests.filter((test) => usp.tests[test] === null)
  const [first] = open
  return first ? [of(usp, 'error', 'test-open', `test:${first}`, { open: open.length })] : []
}

function doubts(usp: Usp): UspCheck[] {
  const failed = uspTests.filter((test) => usp.tests[test] === 'no').map((test) => of(usp, 'advice', `not-${test}`, `test:${test}`))
  return [...(isHollow(usp.claim) ? [of(usp, 'advice', 'claim-hollow', 'claim')] : []), ...failed]
}

function countCheck(usps: readonly Usp[]): UspCheck[] {
  if (usps.length >= USPS_WANTED) return []
  const source = uspSources.find((one) => !usps.some((usp) => usp.source === one)) ?? 'product'
  return [{ id: 'count', severity: 'error', uspId: null, field: `add:${source}`, params: { count: usps.length, wanted: USPS_WANTED } }]
}

function sourcesCheck(usps: readonly Usp[]): UspCheck[] {
  const used = new Set(usps.map((usp) => usp.source))
  const empty = uspSources.find((source) => !used.has(source))
  if (usps.length < USPS_WANTED || used.size >= SOURCES_WANTED || !empty) return []
  return [{ id: 'few-sources', severity: 'advice', uspId: null, field: `add:${empty}`, params: { count: used.size } }]
}

function votesCheck(usps: readonly Usp[]): UspCheck[] {
  const [first] = usps
  if (!first || usps.length < TOP_COUNT || usps.some((usp) => dotsOf(usp) > 0) || !usps.some((usp) => passedTests(usp) > 0)) return []
  return [{ id: 'no-votes', severity: 'advice', uspId: null, field: 'dots', params: {} }]
}
