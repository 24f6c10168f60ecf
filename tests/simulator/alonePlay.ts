import { customersIn, columnsOf } from '../../shared/alone/gradeRows.ts'
import { type AloneExercise, type AloneRound, axisOf, type BlindGrades, kindOf, roundKey, type Weights } from '../../shared/alone/model.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { inLanguage } from '../../shared/language/locale.ts'
import { factorLibrary } from '../../shared/scale/library.ts'
import type { Axis } from '../../shared/scale/model.ts'
import { balanceWeights } from '../../shared/scale/weights.ts'
import type { GroupPlay } from './groupPlay.ts'
import type { Tablet } from './tablet.ts'

/**
 * What the members of a group do alone first, each on their own tablet, once a round is open: mostly alike, and on a few
 * things far apart, as people are. `late`: so many of them have not finished.
 */
export async function enterAlone(play: GroupPlay, exercise: AloneExercise, late = 0): Promise<void> {
  for (const [place, tablet] of play.tablets.slice(0, Math.max(0, play.tablets.length - late)).entries()) {
    if (play.pace.stopped) return
    const { alone, me } = await tablet.control.until((view) => view.alone.some((round) => round.exercise === exercise && round.state === 'open'))
    const round = alone.find((one) => one.exercise === exercise)
    if (!round || me.groupId !== round.groupId) continue
    await tablet.answer(`${kindOf(exercise)}:${roundKey(round)}`, { ...saidBy(play, tablet, round, place), done: true })
    await play.pace.spend(3_000 + 4_000 * play.pace.random())
  }
}

/** The first member who is done shows it. */
export async function showAlone({ tablets: [first] }: GroupPlay, exercise: AloneExercise): Promise<void> {
  const round = (await first?.control.view())?.alone.find((one) => one.exercise === exercise && one.state === 'open')
  if (first && round) await first.control.send('alone:show', { exercise, rounds: [{ groupId: round.groupId, number: round.number }] })
}

/* Who says what is known beforehand, so that results can be foretold; `place` numbers the members of a group. */

/** Two of the scale's factors that all have heard of, and one of one's own. */
export function ideasOf({ sample, locale }: Pick<GroupPlay, 'sample' | 'locale'>, axis: Axis, place: number): readonly string[] {
  const names = sample.scales[axis].flatMap(({ libraryId }) => factorLibrary.find(({ id }) => id === libraryId) ?? []).map(({ name }) => inLanguage(name, locale))
  return [...new Set([names[0], names[1 + (place % 2)], names[(3 + place) % names.length]])].flatMap((name) => name ?? [])
}

export function weightsOf({ scales }: Pick<GroupWork, 'scales'>, axis: Axis, place: number): Weights['weights'] {
  const { factors } = scales[axis]
  const weights = balanceWeights(factors.map(({ weight }, at) => (weight ?? 20) + wobble(place + at) + (at === 0 ? 6 * place : 0)))
  return Object.fromEntries(factors.map(({ id }, at) => [id, weights[at] ?? 0]))
}
const wobble = (step: number): number => [0, 2, -3, 4, 1][step % 5] ?? 0

export function gradesOf(work: GroupWork, round: Pick<AloneRound, 'customerIds'>, place: number): BlindGrades['grades'] {
  return Object.fromEntries(customersIn(round, work.customers).map((customer, at) => [customer.id, Object.fromEntries(columnsOf(work).map(({ factor }, column) => {
    const level = 1 + ((column + at) % factor.intervals.length)
    // The second factor is understood in two ways, the others differ by one here and there.
    const off = column === 1 ? (place % 2) * 2 : (place + column) % 4 === 0 ? 1 : 0
    return [factor.id, Math.min(factor.intervals.length, level + off)]
  }))]))
}

function saidBy(play: GroupPlay, tablet: Tablet, round: AloneRound, place: number): object {
  const axis = axisOf(round.exercise) ?? 'potential'
  switch (kindOf(round.exercise)) {
    case 'ideas': return { lines: ideasOf(play, axis, place) }
    case 'weights': return { weights: weightsOf(tablet.work(), axis, place) }
    case 'grades': return { grades: gradesOf(tablet.work(), round, place) }
  }
}
