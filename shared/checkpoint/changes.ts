import { equalityDeep } from 'lib0/function'
import type { Customer } from '../customer/model.ts'
import { byGutOrder } from '../customer/document.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { partRows } from '../groupwork/parts.ts'
import { type Axis, axes, type Factor } from '../scale/model.ts'
import { truncateCodePoints } from '../text/sanitise.ts'
import type { ChangeKind, WorkChange, WorkCounts } from './model.ts'

/** More names than these say nothing more. */
const NAMES = 3
const NAME_LENGTH = 24

export function countWork({ scales, customers }: GroupWork): WorkCounts {
  const factorIds = new Set(axes.flatMap((axis) => scales[axis].factors.map((factor) => factor.id)))
  const gradesOf = (customer: Customer): number => [...customer.grades.keys()].filter((id) => factorIds.has(id)).length
  return { factors: factorIds.size, customers: customers.length, grades: customers.reduce((sum, one) => sum + gradesOf(one), 0) }
}

/** What is different now from `then`, in words of the course; nothing when the two say the same. */
export function changesSince(then: GroupWork, now: GroupWork): readonly WorkChange[] {
  const all = [...axes.flatMap((axis) => scaleChanges(axis, then.scales[axis].factors, now.scales[axis].factors)), ...customerChanges(then, now), ...mapChanges(then, now), ...partChanges(then, now)]
  return all.filter((change) => change.count > 0)
}

const shortened = (name: string): string => {
  const start = truncateCodePoints(name, NAME_LENGTH)
  return start === name ? name : `${start.trimEnd()}…`
}
const told = (kind: ChangeKind, names: readonly string[], axis: Axis | null = null): WorkChange =>
  ({ kind, axis, count: names.length, names: names.slice(0, NAMES).map(shortened) })
const once = (kind: ChangeKind, happened: boolean, axis: Axis | null = null): WorkChange => ({ kind, axis, count: happened ? 1 : 0, names: [] })

interface Row {
  readonly id: string
}
interface Compared<R extends Row> {
  readonly added: readonly R[]
  readonly removed: readonly R[]
  /** Those that were there then and still are. */
  readonly kept: readonly { readonly then: R; readonly now: R }[]
  readonly moved: boolean
}
/** Both in their order. */
function compare<R extends Row>(then: readonly R[], now: readonly R[]): Compared<R> {
  const before = new Map(then.map((row) => [row.id, row]))
  const after = new Map(now.map((row) => [row.id, row]))
  const still = then.filter((row) => after.has(row.id)).map((row) => row.id)
  return {
    added: now.filter((row) => !before.has(row.id)),
    removed: then.filter((row) => !after.has(row.id)),
    kept: now.flatMap((row) => {
      const was = before.get(row.id)
      return was ? [{ then: was, now: row }] : []
    }),
    moved: !equalityDeep(still, now.filter((row) => before.has(row.id)).map((row) => row.id)),
  }
}
const nameOf = ({ name }: { readonly name: string }): string => name
/** The present names of the rows of which something differs. */
const differing = <R extends Row & { readonly name: string }>({ kept }: Compared<R>, part: (row: R) => unknown): string[] =>
  kept.filter(({ then, now }) => !equalityDeep(part(then), part(now))).map(({ now }) => now.name)

function scaleChanges(axis: Axis, then: readonly Factor[], now: readonly Factor[]): WorkChange[] {
  const factors = compare(then, now)
  const described = ({ order: _, weight: __, removed: ___, ...said }: Factor): unknown => said
  return [
    told('factors-added', factors.added.map(nameOf), axis),
    told('factors-removed', factors.removed.map(nameOf), axis),
    told('factors-changed', differing(factors, described), axis),
    told('weights-changed', differing(factors, (factor) => factor.weight), axis),
    once('factors-moved', factors.moved, axis),
  ]
}

function customerChanges(then: GroupWork, now: GroupWork): WorkChange[] {
  const customers = compare(then.customers, now.customers)
  const byGut = compare([...then.customers].sort(byGutOrder), [...now.customers].sort(byGutOrder))
  return [
    told('customers-added', customers.added.map(nameOf)),
    told('customers-removed', customers.removed.map(nameOf)),
    told('customers-changed', differing(customers, ({ name, note }) => [name, note])),
    once('customers-moved', customers.moved),
    ...gradeChanges(customers),
    told('effort-changed', differing(customers, (customer) => customer.effort)),
    told('revenue-changed', differing(customers, (customer) => customer.revenue)),
    once('effort-unit-changed', then.settings.effortUnit !== now.settings.effortUnit),
    once('gut-order-changed', byGut.moved),
    once('gut-order-closed', then.settings.gutDoneAt === null && now.settings.gutDoneAt !== null),
    once('gut-order-opened', then.settings.gutDoneAt !== null && now.settings.gutDoneAt === null),
  ]
}

/** Counts answers, and names the customers that they are about. */
function gradeChanges({ kept, added }: Compared<Customer>): WorkChange[] {
  const found = { 'grades-given': [] as string[], 'grades-changed': [] as string[], 'grades-cleared': [] as string[] }
  const none: Customer['grades'] = new Map()
  for (const { then, now } of [...kept.map((one) => ({ then: one.then.grades, now: one.now })), ...added.map((now) => ({ then: none, now }))]) {
    for (const factorId of new Set([...then.keys(), ...now.grades.keys()])) {
      const [was, is] = [then.get(factorId), now.grades.get(factorId)]
      if (!was) found['grades-given'].push(now.name)
      else if (!is) found['grades-cleared'].push(now.name)
      else if (!equalityDeep(was, is)) found['grades-changed'].push(now.name)
    }
  }
  const say = (kind: keyof typeof found): WorkChange => ({ ...told(kind, [...new Set(found[kind])]), count: found[kind].length })
  return [say('grades-given'), say('grades-changed'), say('grades-cleared')]
}

function mapChanges(then: GroupWork, now: GroupWork): WorkChange[] {
  const keys = [...new Set([...then.judgements.keys(), ...now.judgements.keys()])]
  const judged = (part: (judgement: { readonly verdict: unknown; readonly reason: string }) => unknown): number => {
    const of = (work: GroupWork, key: string): unknown => part(work.judgements.get(key) ?? { verdict: null, reason: '' })
    return keys.filter((key) => of(then, key) !== of(now, key)).length
  }
  const shown = (work: GroupWork) => work.ownFindings.filter((one) => one.removed === null).map(({ id, text }) => ({ id, name: text }))
  const own = compare(shown(then), shown(now))
  return [
    once('cut-lines-moved', then.settings.cutX !== now.settings.cutX || then.settings.cutY !== now.settings.cutY),
    { ...told('verdicts-changed', []), count: judged(({ verdict }) => verdict) },
    { ...told('reasons-changed', []), count: judged(({ reason }) => reason) },
    told('own-added', own.added.map(nameOf)),
    told('own-removed', own.removed.map(nameOf)),
    told('own-changed', differing(own, nameOf)),
  ]
}

function partChanges(then: GroupWork, now: GroupWork): WorkChange[] {
  const before = new Map(partRows(then.parts))
  return partRows(now.parts).flatMap(([part, rows]) => {
    const compared = compare(before.get(part) ?? [], rows)
    return [
      told(`${part}-added`, compared.added.map(nameOf)),
      told(`${part}-removed`, compared.removed.map(nameOf)),
      told(`${part}-changed`, differing(compared, (row) => row)),
    ]
  })
}
