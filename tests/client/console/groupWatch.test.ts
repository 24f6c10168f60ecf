import { expect, it } from 'vitest'
import { computed, effectScope, nextTick, reactive, shallowRef } from 'vue'
import { useGroupWatch } from '../../../client/features/console/useGroupWatch.ts'
import { defaultRubric, type Sharing } from '../../../shared/sharing/model.ts'
import { buildGroup, buildTrainerView } from './makers.ts'

const sharing: Sharing = { order: ['g-1', 'g-2'], presenterId: 'g-2', presentedIds: [], slotMs: 60_000, artifact: { kind: 'usp' }, driverId: null, rubric: defaultRubric, shownIds: [] }

it('the console follows whose work the projector shows, also on the stage, unless a group’s own sheet is open', async () => {
  const scope = effectScope()
  const { projector } = buildTrainerView()
  const view = shallowRef(buildTrainerView({ groups: [buildGroup(), buildGroup({ id: 'g-2', index: 1 })] }))
  const panels = reactive<{ groupId: string | null }>({ groupId: null })
  const followed: unknown[] = []
  scope.run(() => useGroupWatch({ view: computed(() => view.value), panels, offline: computed(() => false) }, async (_name, payload) => {
    followed.push('groupId' in payload && payload.groupId)
    return { ok: false, reason: 'offline' }
  }))
  view.value = { ...view.value, projector: { ...projector, scene: { kind: 'stage' } }, sharing }
  await nextTick()
  panels.groupId = 'g-1'
  await nextTick()
  panels.groupId = null
  view.value = { ...view.value, sharing: { ...sharing, presenterId: null } }
  await nextTick()
  expect(followed).toEqual([null, 'g-2', 'g-1', null])
  scope.stop()
})
