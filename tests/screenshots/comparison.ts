import { messages as deskWords } from '../../client/features/console/messages.ts'
import { factorLibrary } from '../../shared/scale/library.ts'
import type { LibraryFactor } from '../../shared/scale/libraryModel.ts'
import { axes } from '../../shared/scale/model.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { openControl, type TrainerApi, trainerAuth } from '../simulator/api.ts'
import { joinClass } from '../simulator/classPlay.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers, type Camera, laptops } from './camera.ts'

const desk = inEveryLanguage(deskWords)
const GROUPS = 12
const CHOSEN = 6
/** Of a group, in hundreds; the groups take turns. */
const weights = [[30, 25, 20, 15, 5, 5], [10, 20, 30, 20, 10, 10], [40, 15, 15, 10, 10, 10]] as const

/** Scales side by side in a class of their own: nobody has written, one group has, all twelve have, and half of them. */
export async function photographComparison({ camera, url, trainer, locale }: { readonly camera: Pick<Camera, 'shoot'>; readonly url: string; readonly trainer: TrainerApi; readonly locale: Locale }): Promise<void> {
  const classId = await trainer.createClass({ groups: GROUPS, trainerName: '' })
  const control = openControl<TrainerView>(url, trainerAuth(classId), trainer.cookie)
  const { class: { code } } = await control.view()
  await control.send('projector:set', { locale })
  await control.send('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
  const projectorPath = `/projector#token=${await trainer.projectorToken(classId)}`
  const simulated = await joinClass({ baseUrl: url, code, locale, speed: Infinity, seed: 3, tabletsPerGroup: 1 })
  await camera.shoot('projector-comparison-empty', projectorPath, beamers)
  const write = async (from: number, to: number): Promise<void> => {
    for (const [place, { tablets: [tablet] }] of [...simulated.plays.entries()].slice(from, to)) {
      if (!tablet) continue
      for (const axis of axes) {
        const chosen = chosenBy(place, factorLibrary.filter((factor) => factor.axis === axis))
        const ids: string[] = []
        for (const factor of chosen) ids.push(await tablet.borrowFactor(axis, factor, locale))
        ids.push(await tablet.typeFactor(axis, ownWords(locale)[place % ownWords(locale).length] ?? ''))
        tablet.weigh(axis, new Map(ids.slice(0, CHOSEN).map((id, at) => [id, weights[place % weights.length]?.[at] ?? 5])))
      }
    }
  }
  await write(0, 1)
  await camera.shoot('projector-comparison-one', projectorPath, beamers)
  await write(1, GROUPS)
  for (const axis of axes) {
    await control.send('projector:show', { scene: { kind: 'comparison', axis } })
    await camera.shoot(`projector-comparison-twelve-${axis}`, projectorPath, beamers)
  }
  await control.send('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
  await control.send('projector:set', { theme: 'dark' })
  await camera.shoot('projector-comparison-twelve-dark', projectorPath, beamers)
  await camera.shoot('console-comparison', `/trainer/${classId}`, laptops, { cookie: trainer.cookie }, (page) => page.getByRole('group', { name: desk[locale].comparison.label }).scrollIntoViewIfNeeded())
  control.close()
  simulated.leave()
}

/** Most groups take the first ones, each leaves out others. */
const chosenBy = (place: number, factors: readonly LibraryFactor[]): readonly LibraryFactor[] =>
  factors.filter((_factor, index) => (index + place) % 4 !== 3).slice(0, CHOSEN)

const ownWords = (locale: Locale): readonly string[] =>
  locale === 'en' ? ['Number of trucks', 'How many plants they are building within the next three years', 'Seat on the standards board', 'Own laboratory'] : ['车队规模', '今后三年在建和规划中的新工厂有多少条生产线', '参加行业标准制定', '自有实验室']
