import { messages as projectorWords } from '../../client/features/projector/messages.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers } from './camera.ts'
import { show, type Studio } from './studio.ts'

const projector = inEveryLanguage(projectorWords)

/** The timer as it runs, in its last minute, and late. It stands again afterwards. */
export async function photographTimer(studio: Pick<Studio, 'camera' | 'control' | 'locale' | 'projectorPath'>): Promise<void> {
  const { camera, control, locale, projectorPath } = studio
  const { timer: { durationMs } } = await control.view()
  await show(studio, { kind: 'timer' })
  await control.send('timer:reset', { durationMs })
  await control.send('timer:start', {})
  await camera.shoot('projector-timer-running', projectorPath, beamers)
  await control.send('timer:reset', { durationMs: 55_000 })
  await control.send('timer:start', {})
  await camera.shoot('projector-timer-last', projectorPath, beamers)
  await control.send('timer:adjust', { byMs: -60_000 })
  await camera.shoot('projector-timer-overtime', projectorPath, beamers, {}, (page) => page.getByText(projector[locale].timer.overtime).waitFor())
  await control.send('timer:reset', { durationMs })
}
