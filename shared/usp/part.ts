import type { DocumentPart, PartProgress } from '../groupwork/part.ts'
import { isBlank } from '../text/sanitise.ts'
import { isUspComplete, USPS_WANTED } from './checks.ts'
import { readUsps } from './document.ts'
import { dotsOf, isTested, passedTests, TOP_COUNT, topUsps, type Usp, type UspAnswer, type UspList, type UspSource, type UspTest, uspTests } from './model.ts'

/** One of a group's three best, for the wall. The claim is '' for a room that may not read it. */
export interface TopUsp {
  readonly id: string
  readonly source: UspSource
  readonly claim: string
  readonly dots: number
  readonly tests: Readonly<Record<UspTest, UspAnswer | null>>
}
export interface UspSummary {
  readonly count: number
  /** With evidence, competitor and for whom. */
  readonly complete: number
  readonly tested: number
  /** All three tests with yes. */
  readonly passed: number
  readonly voters: number
  /** The group lets the room read its claims. */
  readonly shown: boolean
  readonly top: readonly TopUsp[]
}

function summarise({ usps, shown }: UspList): UspSummary {
  return {
    count: usps.filter((usp) => !isBlank(usp.claim)).length,
    complete: usps.filter(isUspComplete).length,
    tested: usps.filter(isTested).length,
    passed: usps.filter((usp) => passedTests(usp) === uspTests.length).length,
    voters: new Set(usps.flatMap((usp) => usp.votes.map(({ participantId }) => participantId))).size,
    shown,
    top: topUsps(usps).map((usp) => ({ id: usp.id, source: usp.source, claim: usp.claim, dots: dotsOf(usp), tests: usp.tests })),
  }
}

/** Even where the room may read the claims: proofs, competitors and customers are the group's own. */
const maskUsp = (shown: boolean) => (usp: Usp): Usp =>
  ({ ...usp, claim: shown ? usp.claim : '', evidence: '', competitor: '', forWhom: '', customerIds: [], contexts: usp.contexts.map((context) => ({ ...context, text: '' })) })

function progress({ count, complete, tested, passed, top }: UspSummary): PartProgress {
  const asked = Math.max(USPS_WANTED, count)
  const strong = top.filter((usp) => passedTests(usp) === uspTests.length).length
  const chosen = top.filter((usp) => usp.dots > 0).length
  return {
    share: (Math.min(1, count / USPS_WANTED) + Math.min(1, complete / asked) + Math.min(1, tested / asked) + Math.min(1, chosen / TOP_COUNT)) / 4,
    checks: [
      { key: 'usp.check.listed', done: count >= USPS_WANTED },
      { key: 'usp.check.complete', done: count > 0 && complete >= count },
      { key: 'usp.check.tested', done: count > 0 && tested >= count },
      { key: 'usp.check.chosen', done: chosen >= TOP_COUNT && strong >= TOP_COUNT },
    ],
    facts: [
      { key: 'usp.fact.listed', value: String(count), good: count >= USPS_WANTED },
      { key: 'usp.fact.tested', value: `${Math.min(tested, count)}/${count}`, good: count > 0 && tested >= count },
      { key: 'usp.fact.passed', value: String(passed), good: passed >= TOP_COUNT },
    ],
  }
}

export const uspPart: DocumentPart<UspList, UspSummary> = {
  rowRoots: ['usps', 'uspContexts'],
  cellRoots: ['uspSettings'],
  textRoots: [],
  read: readUsps,
  mask: ({ usps, shown }) => ({ usps: usps.map(maskUsp(shown)), removed: [], shown }),
  maskSummary: (summary) => (summary.shown ? summary : { ...summary, top: summary.top.map((usp) => ({ ...usp, claim: '' })) }),
  rows: ({ usps }) => usps.map(({ order: _, claim, ...said }) => ({ ...said, name: claim })),
  summarise,
  activities: ['usp'],
  progress,
}
