import { join } from 'node:path'
import { silentLog } from '../../server/log.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { messages as deskWords } from '../../client/features/console/messages.ts'
import { defaultCourse } from '../../shared/course/default.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { signInTrainer } from '../simulator/api.ts'
import type { BuiltServer } from '../support/builtServer.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { type Camera, laptops, sizes } from './camera.ts'

const desk = inEveryLanguage(deskWords)
const DAY_MS = 24 * 60 * 60_000

/** The course has been held before, and took longer: days can't be waited for, so one is written where the program finds it. The server starts anew. */
export async function photographLastTime({ camera, server, locale }: { readonly camera: Pick<Camera, 'shoot'>; readonly server: BuiltServer; readonly locale: Locale }): Promise<void> {
  await server.stop()
  const storage = await openSqlite({ file: join(server.dataFolder, 'ketu.db'), log: silentLog })
  const items = defaultCourse.items.slice(1, 9).map(({ id, minutes }, place) => ({ itemId: id, minutes: minutes + ([4, 0, -2, 7][place % 4] ?? 0) }))
  await storage.days.save({ id: 'a-day-before', courseId: defaultCourse.id, at: Date.now() - 30 * DAY_MS, items })
  await storage.close()
  await server.start()
  const trainer = await signInTrainer(server.localUrl, server.trainerKey)
  const classId = await trainer.createClass({ groups: 6, trainerName: locale === 'en' ? 'Ms Li' : '李老师' })
  const [path, cookie] = [`/trainer/${classId}`, { cookie: trainer.cookie }]
  await camera.shoot('console-last-time', path, [...laptops, sizes.phone], cookie)
  await camera.shoot('console-last-time-taken', path, [sizes.laptop], cookie, (page) => page.getByRole('button', { name: desk[locale].lastTime.take }).click())
}
