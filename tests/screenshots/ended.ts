import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messages as joinWords } from '../../client/features/join/messages.ts'
import { messages as takeHomeWords } from '../../client/features/takehome/messages.ts'
import { messages as frontWords } from '../../client/features/trainer/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { FileTicket } from '../../shared/protocol/http.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { openControl, type TrainerApi, trainerAuth } from '../simulator/api.ts'
import { joinClass, workUpTo } from '../simulator/classPlay.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers, type Camera, devices, sizes, type Visitor } from './camera.ts'
import { weChat } from './takeHome.ts'

const joining = inEveryLanguage(joinWords)
const takeHome = inEveryLanguage(takeHomeWords)
const front = inEveryLanguage(frontWords)

interface EndedParts {
  readonly camera: Pick<Camera, 'shoot'>
  readonly url: string
  readonly locale: Locale
  readonly trainer: TrainerApi
}

/** In a class of its own, which is over: what it leaves to those who were in it, the way out of WeChat, the way in elsewhere; and the class as a file, opened again. */
export async function photographEnded({ camera, url, locale, trainer }: EndedParts): Promise<void> {
  const classId = await trainer.createClass({ groups: 2, trainerName: locale === 'en' ? 'Ms Li' : '李老师' })
  const control = openControl<TrainerView>(url, trainerAuth(classId), trainer.cookie)
  const { class: { code } } = await control.view()
  const simulated = await joinClass({ baseUrl: url, code, locale, speed: Infinity, seed: 5 })
  await workUpTo('findings', simulated, Date.now())
  const tablet = simulated.plays[0]?.tablets[0]
  if (!tablet) throw new Error('nobody came')
  const [path, seat]: [string, Visitor] = [`/class/${classId}`, { seat: { tablet, classId, code } }]
  const { path: archivePath } = await trainer.call<FileTicket>('POST', '/api/takehome/files', { kind: 'archive', classId, locale })
  const archive = join(tmpdir(), `ketu-screenshots-${process.pid}.ketu`)
  await writeFile(archive, new Uint8Array(await (await fetch(url + archivePath)).arrayBuffer()))

  await control.send('projector:set', { locale })
  const projectorPath = `/projector#token=${await trainer.projectorToken(classId)}`
  control.close()
  simulated.leave()
  await trainer.call('POST', `/api/classes/${classId}/end`)
  await camera.shoot('ended-projector', projectorPath, beamers)
  await camera.shoot('ended', path, devices, seat)
  await camera.shoot('ended-wechat', path, [sizes.phone, sizes.upright], { ...seat, userAgent: weChat }, async (page) => {
    await page.getByRole('button', { name: takeHome[locale].wechat.make }).click()
    await page.getByText(takeHome[locale].wechat.reentry, { exact: true }).waitFor()
  })
  await camera.shoot('ended-join', `/j/${code}`, devices)
  await camera.shoot('ended-join-reentry', `/j/${code}`, [sizes.phone], {}, (page) => page.getByRole('button', { name: joining[locale].reentry.link }).click())
  await camera.shoot('ended-no-seat', path, [sizes.phone])

  const cookie = { cookie: trainer.cookie }
  await camera.shoot('archive-opened', '/trainer', [sizes.laptop, sizes.phone], cookie, async (page) => {
    await page.locator('input[type=file]').first().setInputFiles(archive)
    await page.getByRole('status').filter({ hasText: front[locale].archive.opened.split('{code}')[0]?.split('{title}')[1] ?? '' }).waitFor()
  })
}
