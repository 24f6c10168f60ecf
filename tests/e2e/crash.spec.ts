import { rename, rm } from 'node:fs/promises'
import { remainingMs } from '../../shared/timer/timer.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { openControl, trainerAuth } from '../simulator/api.ts'
import { expect, test } from './classroom.ts'
import { addFactor, field, isSaved, openFactor, openScale } from './scale.ts'

test.use({ ownProgram: true })

test('P2.2: kill -9 while two people type: what a peer had seen is there, and everybody is back in their place', async ({ classroom }) => {
  const { server, control } = classroom
  await classroom.goTo('3.2')
  await control.send('timer:start', {})
  const running = await control.until((view) => view.timer.state === 'running')
  const [wang, li] = await Promise.all([classroom.join('王芳', 0), classroom.join('李强', 0)])
  await openScale(wang, 'potential')
  await openScale(li, 'potential')
  await addFactor(wang, '年采购额')
  await openFactor(li, '年采购额')

  // Both are still at it when the power of the process is gone.
  const definition = '客户明年向所有供应商采购这类产品的预计总额，含税，不含运费和安装'
  const source = '问采购负责人；查年报；看去年的招标公告；问同行'
  const typing = Promise.all([
    field(wang, '定义').pressSequentially(definition, { delay: 20 }),
    field(li, '数据来源').pressSequentially(source, { delay: 30 }),
  ])
  await expect(field(li, '定义')).toHaveValue(/^客户明年向所有/)
  await expect(field(wang, '数据来源')).toHaveValue(/^问采购负责人/)
  const seenByLi = await field(li, '定义').inputValue()
  const seenByWang = await field(wang, '数据来源').inputValue()
  await server.kill()
  await typing
  await expect(wang.getByText('连接断开了，可以继续写')).toBeVisible()
  await expect(wang.getByRole('button', { name: /^未连接/ })).toBeVisible()
  // A third person, who had nothing but what the server kept, sees all of it.
  await server.start()
  const zhao = await classroom.join('赵敏', 0)
  await openScale(zhao, 'potential')
  await openFactor(zhao, '年采购额')
  await expect(field(zhao, '定义')).toHaveValue(new RegExp(`^${seenByLi}`))
  await expect(field(zhao, '数据来源')).toHaveValue(new RegExp(`^${seenByWang}`))

  // The two come back by themselves, still in the same field, with what they went on typing meanwhile.
  await isSaved(wang)
  await isSaved(li)
  for (const page of [wang, li, zhao]) {
    await expect(field(page, '定义')).toHaveValue(definition)
    await expect(field(page, '数据来源')).toHaveValue(source)
  }
  await expect(field(wang, '定义')).toBeFocused()

  const after = openControl<TrainerView>(server.localUrl, trainerAuth(classroom.classId), classroom.trainer.cookie)
  const resumed = await after.view()
  after.close()
  expect(resumed.timer.state).toBe('running')
  const expected = remainingMs(running.timer, resumed.serverNow)
  expect(Math.abs(remainingMs(resumed.timer, resumed.serverNow) - expected)).toBeLessThan(1_500)
  expect(resumed.members.map((member) => member.name).sort()).toEqual(['李强', '王芳', '赵敏'].sort())

  // Also after a reload: the same person, the same task.
  await li.reload()
  await expect(li.getByRole('heading', { name: '购买潜力' })).toBeVisible()
  await expect(li).toHaveURL(/at=potential/)
  await openFactor(li, '年采购额')
  await expect(field(li, '定义')).toHaveValue(definition)
  await expect(li.getByRole('timer')).toHaveText(/^3[0-3]:\d\d$/)
})

test('P2.16: "saved" is said only after the server\'s receipt', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const wifi = await classroom.wifi()
  const page = await classroom.join('王芳', 0, { wifi })
  await openScale(page, 'potential')
  await addFactor(page, '付款能力')
  await isSaved(page)
  wifi.freeze()
  await field(page, '定义').pressSequentially('按合同付款')
  await expect(page.getByRole('button', { name: '正在保存' })).toBeVisible()
  await expect(page.getByRole('button', { name: '已保存' })).toHaveCount(0)
  // Five seconds without a receipt: said aloud, and tried again on a new line.
  await expect(page.getByText(/还没有确认收到|连接断开了/)).toBeVisible()
  wifi.restore()
  await isSaved(page)
  const peer = await classroom.tablet('李强', 0)
  expect(peer.work().scales.potential.factors.map((factor) => [factor.name, factor.definition])).toEqual([['付款能力', '按合同付款']])
})

test('a stop with Ctrl-C loses nothing either, and the class is there at the next start', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const page = await classroom.join('王芳', 0)
  await openScale(page, 'potential')
  await addFactor(page, '增长速度')
  await isSaved(page)
  await classroom.server.stop()
  expect(classroom.server.output()).toMatch(/已保存/)
  await classroom.server.start()
  await page.reload()
  await openFactor(page, '增长速度')
})

test('devices that met the program with another data folder are in their class again when it has the right one', async ({ classroom }) => {
  const { server } = classroom
  const page = await classroom.join('王芳', 0)
  await expect(page.getByRole('heading', { name: '课程还没开始' })).toBeVisible()
  await server.stop()
  const aside = `${server.dataFolder}-aside`
  await rename(server.dataFolder, aside)
  await server.start()
  await expect(page.getByRole('heading', { name: '需要重新加入' })).toBeVisible()
  await server.stop()
  await rm(server.dataFolder, { recursive: true })
  await rename(aside, server.dataFolder)
  await server.start()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('heading', { name: '课程还没开始' })).toBeVisible()
})
