import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type AloneExercise, aloneExercises, type AloneRound, askedOf, type Figures, kindOf, roundKey } from '../../../../shared/alone/model.ts'
import { isUnderWay } from '../../../../shared/alone/underWay.ts'
import { DISCUSS_GRADES, DISCUSS_WEIGHTS, isWorthDiscussing, levelsIn } from '../../../../shared/alone/spread.ts'
import type { TopicResults } from '../../../../shared/answers/topics.ts'
import type { GroupView, MemberView } from '../../../../shared/protocol/views.ts'
import { resultOf } from '../../../api/answers.ts'
import { useConsole } from '../useConsole.ts'

export interface GroupRound {
  readonly group: GroupView
  /** undefined: the group has not begun, or ended it unread. */
  readonly round: AloneRound | undefined
  readonly entered: number
  readonly asked: number
  readonly waiting: readonly MemberView[]
  /** Once it is shown: how many ideas there are, or how many things are worth talking about; null also where nobody entered anything, done or not. */
  readonly said: number | null
}
export interface AloneRounds {
  /** What the current item begins with, and what is under way anywhere: rounds that an earlier item opened and nobody took up are not. */
  readonly offered: ComputedRef<readonly AloneExercise[]>
  /** What groups have shown and no longer enter: the room may ask for it again. */
  readonly past: ComputedRef<readonly AloneExercise[]>
  of(exercise: AloneExercise): readonly GroupRound[]
  /** The round that people of this group are entering now, if any: the latest of this item. What an earlier item left open is told once, not on every tile. */
  entering(groupId: string): GroupRound | undefined
  open(exercise: AloneExercise, groupIds: readonly string[] | null): Promise<void>
  show(exercise: AloneExercise, rounds: readonly AloneRound[]): Promise<void>
  drop(exercise: AloneExercise, rounds: readonly AloneRound[]): Promise<void>
}

/** What the trainer sees of what groups do alone first, and does with it. */
export function useAloneRounds(): AloneRounds {
  const { t } = useI18n()
  const { view, current, answers, act, done } = useConsole()
  const named = (exercise: AloneExercise, rounds: readonly AloneRound[]) => ({ exercise, rounds: rounds.map(({ groupId, number }) => ({ groupId, number })) })
  const enteredIn = (round: AloneRound): number => resultOf({ mine: {}, results: answers.value.results }, kindOf(round.exercise), roundKey(round))?.enteredIds.length ?? 0
  const now = computed(() => ({ exercises: current.value?.alone ?? [], itemBeganAt: view.value.day.stays.at(-1)?.startedAt ?? 0 }))
  function groupRound(group: GroupView, exercise: AloneExercise): GroupRound {
    const round = view.value.alone.find((one) => one.groupId === group.id && one.exercise === exercise && one.state !== 'dropped')
    if (!round) return { group, round, entered: 0, asked: group.members, waiting: [], said: null }
    const result = resultOf({ mine: {}, results: answers.value.results }, kindOf(exercise), roundKey(round))
    const asked = askedOf(round, view.value.members)
    const waiting = asked.filter(({ id }) => !(result?.enteredIds.includes(id) ?? false))
    return { group, round, entered: asked.length - waiting.length, asked: asked.length, waiting, said: saidIn(answers.value.results, round) }
  }
  const offered = computed(() => {
    const atIt = view.value.alone.filter((round) => isUnderWay(round, now.value, enteredIn(round))).map(({ exercise }) => exercise)
    return aloneExercises.filter((exercise) => (current.value?.alone ?? []).includes(exercise) || atIt.includes(exercise))
  })
  return {
    offered,
    past: computed(() => aloneExercises.filter((exercise) => !offered.value.includes(exercise) && view.value.alone.some((round) => round.exercise === exercise && round.state === 'shown'))),
    of: (exercise) => view.value.groups.map((group) => groupRound(group, exercise)),
    entering(groupId) {
      const open = view.value.alone.filter((round) => round.groupId === groupId && isUnderWay(round, now.value, 0)).reduce<AloneRound | undefined>((latest, round) => (latest && latest.openedAt >= round.openedAt ? latest : round), undefined)
      const group = view.value.groups.find(({ id }) => id === groupId)
      return open && group ? groupRound(group, open.exercise) : undefined
    },
    async open(exercise, groupIds) {
      const opened = await act('alone:open', { exercise, groupIds: groupIds && [...groupIds], customerIds: [], graderIds: null })
      if (opened.ok) done(t('console.alone.opened', { exercise: t(`console.alone.exercise.${exercise}`) }))
    },
    async show(exercise, rounds) {
      const shown = await act('alone:show', named(exercise, rounds))
      if (shown.ok) done(t('console.alone.shown', { exercise: t(`console.alone.exercise.${exercise}`) }))
    },
    drop: async (exercise, rounds) => void (await act('alone:drop', named(exercise, rounds))),
  }
}

const worthDiscussing = (all: readonly Figures[], threshold: number): number | null =>
  (all.length === 0 ? null : all.filter((figures) => isWorthDiscussing(figures, threshold)).length)

function saidIn({ ideas, weights, grades }: TopicResults, round: AloneRound): number | null {
  const key = roundKey(round)
  switch (kindOf(round.exercise)) {
    case 'ideas': return ideas?.[key]?.shown?.length || null
    case 'weights': return worthDiscussing(Object.values(weights?.[key]?.shown ?? {}), DISCUSS_WEIGHTS)
    case 'grades': return worthDiscussing(Object.values(grades?.[key]?.shown ?? {}).flatMap((graded) => Object.values(graded)).map(levelsIn), DISCUSS_GRADES)
  }
}
