import { parseArgs } from 'node:util'
import { isLocale, inLanguage } from '../../shared/language/locale.ts'
import { sampleGroups } from '../../shared/course/samples.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { startBuiltServer } from '../support/builtServer.ts'
import { openControl, signInTrainer, trainerAuth } from './api.ts'
import { joinClass, runMorning } from './classPlay.ts'

/**
 * `npm run demo`: a class of its own, in a folder that goes when it ends, with simulated groups at work in it.
 * --speed 1 is a person's; --groups 1..12; --port; --lang.
 */
const { values } = parseArgs({
  options: { speed: { type: 'string', default: '8' }, groups: { type: 'string', default: '6' }, port: { type: 'string', default: '8420' }, lang: { type: 'string', default: 'zh-CN' }, seed: { type: 'string', default: '7' } },
})
const locale = isLocale(values.lang) ? values.lang : 'zh-CN'
const figure = (name: 'speed' | 'groups' | 'port' | 'seed', least: number, most: number): number => {
  const value = Number(values[name])
  if (value >= least && value <= most) return value
  console.error(`--${name} must be from ${least} to ${most}`)
  process.exit(1)
}
const [speed, groups, port, seed] = [figure('speed', 0.1, 1000), figure('groups', 1, 12), figure('port', 1, 65_535), figure('seed', 0, 2 ** 31)]

const say = (zh: string, en: string): void => console.log(locale === 'en' ? en : zh)
const server = await startBuiltServer({ port, locale })
const stopping = new AbortController()
const trainer = await signInTrainer(server.localUrl, server.trainerKey)
const classId = await trainer.createClass({ groups, trainerName: locale === 'en' ? 'Ms Li' : locale === 'zh-TW' ? '李老師' : '李老师' })
const control = openControl<TrainerView>(server.localUrl, trainerAuth(classId), trainer.cookie)
const view = await control.view()
for (const group of view.groups) {
  const sample = sampleGroups[group.index % sampleGroups.length]
  if (sample) await control.send('group:rename', { groupId: group.id, name: inLanguage(sample.name, locale) })
}
await control.send('projector:set', { showPeople: true, locale })
const link = await trainer.call<{ readonly url: string }>('POST', '/api/trainer/link')
// The link is for another device; here it is opened on this one.
const local = (url: string): string => `${server.localUrl}/trainer${new URL(url).hash}`
const projector = await trainer.projectorToken(classId)
say(
  `\n示范班级已开始（速度 ${speed} 倍，${groups} 个小组）。Ctrl-C 结束，数据随之删除。\n\n  培训师  ${local(link.url)}\n  投影    ${server.localUrl}/projector#token=${projector}\n  加入    ${view.joinUrl}\n`,
  `\nThe demo class is on (${speed}× speed, ${groups} groups). Ctrl-C ends it and removes its data.\n\n  Trainer    ${local(link.url)}\n  Projector  ${server.localUrl}/projector#token=${projector}\n  Join       ${view.joinUrl}\n`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
const simulated = await joinClass({ baseUrl: server.localUrl, code: view.class.code, locale, speed, seed, signal: stopping.signal })
await runMorning(simulated, control, () => Date.now())
if (!stopping.signal.aborted) {
  say('上午的内容已经走完；班级继续开着。', 'The morning is done; the class stays open.')
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
}
simulated.leave()
control.close()
await server.dispose()
