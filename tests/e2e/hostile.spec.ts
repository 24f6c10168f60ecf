import * as Y from 'yjs'
import { closeCode } from '../../shared/protocol/sync.ts'
import type { Tablet } from '../simulator/tablet.ts'
import { SyncPeer } from '../support/syncPeer.ts'
import { expect, test, type Classroom } from './classroom.ts'
import { step } from './measure.ts'
import { openScale, openTask } from './scale.ts'

const image = '<img src=x onerror="window.harmed=1">'
/** What every face says of junk. */
const leftOut = /有 \d+ 处内容格式不对，没有显示/
const reversed = '\u202Egnaw\u202C王\u200B\u200D芳'

/** One factor on each scale, and one customer who has a grade on both. */
async function measureOne(member: Tablet, customerName: string, factorNames: { readonly potential: string; readonly relationship: string }): Promise<void> {
  const customer = await member.addCustomer(customerName)
  for (const axis of ['potential', 'relationship'] as const) {
    const factor = await member.typeFactor(axis, factorNames[axis])
    member.weigh(axis, new Map([[factor, 100]]))
    member.grade(customer, factor, { kind: 'level', level: 3 })
  }
}
const wasHarmed = (page: { evaluate<T>(run: () => T): Promise<T> }): Promise<boolean> => page.evaluate(() => 'harmed' in window || document.querySelector('img[src="x"]') !== null)

/** A client that was made by hand, with a participant's token and no manners. */
async function handMadeClient(classroom: Classroom, groupIndex: number): Promise<SyncPeer> {
  const member = await classroom.tablet('手工客户端', groupIndex)
  return await new SyncPeer({ url: classroom.server.localUrl.replace('http', 'ws'), documentId: classroom.groupId(groupIndex), token: member.token }).ready()
}

test('P5.4: hostile names are refused with a word, or cut and shown as the text that they are, on every face', async ({ classroom }) => {
  const [desk, screen] = await Promise.all([classroom.console(), classroom.projector()])
  await classroom.control.send('projector:set', { showPeople: true })

  const door = await classroom.visit(`/j/${classroom.code}`)
  const name = door.getByRole('textbox', { name: '你的名字' })
  await door.getByRole('radio').first().check({ force: true })
  for (const unseen of ['\u200B\u200D\u2060', '\u202E\u202C', '\u3164', '   ']) {
    await name.fill(unseen)
    await door.getByRole('button', { name: '进入课堂' }).click()
    await expect(door.getByRole('alert').filter({ hasText: /请先写上你的名字|请输入看得见的姓名/ })).toBeVisible()
  }

  const people = await Promise.all([image, reversed, '长'.repeat(300)].map((name) => classroom.joinByPage(name, 0)))
  const { members } = await classroom.control.until((view) => view.members.length === 3)
  expect(members.map((member) => member.name).sort()).toEqual([image.slice(0, 20), 'gnaw王芳', '长'.repeat(20)].sort())
  await classroom.control.send('group:rename', { groupId: classroom.groupId(0), name: image })

  for (const page of people) {
    await expect(page.getByRole('heading', { name: '<img src=x' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'gnaw王芳' }).first()).toBeVisible()
  }
  await expect(screen.getByText(image.slice(0, 20)).first()).toBeVisible()
  await expect(screen.getByText('gnaw王芳')).toBeVisible()
  await desk.getByRole('button', { name: '查看 A 组 · <img src=x' }).click()
  await desk.getByRole('tab', { name: '组员' }).click()
  await expect(desk.getByRole('dialog').getByText('gnaw王芳')).toBeVisible()
  for (const page of [...people, screen, desk]) expect(await wasHarmed(page)).toBe(false)
})

test('Back closes what lies over the page, and only then leaves it', async ({ classroom }) => {
  const page = await classroom.joinByPage('王芳', 0)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '换一台设备继续' }).click()
  await expect(page.getByRole('dialog', { name: '换一台设备继续' })).toBeVisible()
  const place = page.url()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(place)
  await page.getByRole('button', { name: '更多' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('button', { name: /以.*王芳.*继续/ })).toBeVisible()
})

test('P5.1: hostile customers and factors are text on the workspace, the console and the projector, the map included', async ({ classroom }) => {
  const member = await classroom.tablet('王芳', 0)
  await measureOne(member, image, { potential: image, relationship: image })
  await classroom.goTo('6.2')
  await classroom.control.send('projector:set', { showCustomers: true })
  await classroom.control.send('projector:show', { scene: { kind: 'map', mode: 'all' } })

  const [page, screen, desk] = await Promise.all([classroom.join('李强', 0), classroom.projector(), classroom.console()])
  await openTask(page, '地图')
  await page.getByRole('region', { name: '按象限看客户' }).getByRole('button', { name: image }).click()
  await expect(page.getByRole('heading', { name: image })).toBeVisible()
  await expect(screen.getByText('1 家客户')).toBeVisible()
  await desk.getByRole('button', { name: /^查看 A 组/ }).click()
  await expect(desk.getByRole('dialog').getByRole('img').first()).toBeVisible()
  await desk.getByRole('tab', { name: '客户' }).click()
  await expect(desk.getByRole('rowheader', { name: image })).toBeVisible()
  await classroom.control.send('projector:show', { scene: { kind: 'spotlight', groupId: classroom.groupId(0), part: 'potential' } })
  await expect(screen.getByText(image)).toBeVisible()
  for (const face of [page, screen, desk]) expect(await wasHarmed(face)).toBe(false)
})

test('P1.19: a document full of junk still shows what is good in it, on every face, and says what was left out', async ({ classroom }) => {
  const honest = await classroom.tablet('王芳', 0)
  await measureOne(honest, '北方泵业', { potential: '年采购额', relationship: '决策人触达' })

  const peer = await handMadeClient(classroom, 0)
  const { doc } = peer
  doc.transact(() => {
    const factors = doc.getMap<unknown>('factors:potential')
    factors.set('number', 42)
    factors.set('text', 'a'.repeat(900_000))
    factors.set('list', Y.Array.from([1, 2, 3]))
    factors.set('row-of-wrong-types', new Y.Map<unknown>([['name', 7], ['definition', new Y.Map()], ['weight', Number.NaN], ['levels', Number.POSITIVE_INFINITY], ['order', {}], ['i1', new Y.Array()], ['measure', 'by ear']]))
    const customers = doc.getMap<unknown>('customers')
    customers.set('row-of-wrong-types', new Y.Map<unknown>([['name', new Y.Map()], ['effort', Number.NEGATIVE_INFINITY], ['revenue', 'plenty'], ['grade:__proto__', { kind: 'level', level: 3 }], ['grade:x', { kind: 'level', level: '3' }]]))
    customers.set('null', null)
    doc.getMap<unknown>('settings').set('cutX', Number.NaN)
    doc.getMap<unknown>('settings').set('cutY', 'high')
    doc.getMap<unknown>('verdicts').set('neglected:x', 'guilty')
    doc.getMap<unknown>('ownFindings').set('x', [])
    doc.getMap<unknown>('a root of its own').set('x', 1)
  })
  // Whatever the server makes of it, the honest member's document is the same as the server's.
  await expect.poll(() => honest.doc.getMap('factors:potential').size).toBeGreaterThan(1)
  expect(peer.closed).toBeNull()

  for (const number of ['3.2', '4.2', '5.2', '6.2']) await classroom.goTo(number)
  const [page, screen, desk] = await Promise.all([classroom.join('李强', 0), classroom.projector(), classroom.console()])
  await openTask(page, '地图')
  await expect(page.getByRole('region', { name: '按象限看客户' }).getByRole('button', { name: '北方泵业' })).toBeVisible()
  await expect(page.getByText(leftOut)).toBeVisible()
  await openTask(page, '客户')
  await step(page, '名单')
  await expect(page.getByText(leftOut)).toBeVisible()
  await expect(page.getByRole('textbox', { name: '客户名称' })).toHaveCount(2)
  await desk.getByRole('button', { name: /^查看 A 组/ }).click()
  await desk.getByRole('tab', { name: '潜力量表' }).click()
  await expect(desk.getByRole('dialog').getByText('年采购额').last()).toBeVisible()
  await expect(desk.getByRole('dialog').getByText(leftOut)).toBeVisible()
  for (const [part, said] of [['potential', /个因素 · 权重/], ['map', /^的客户地图$/]] as const) {
    await classroom.control.send('projector:show', { scene: { kind: 'spotlight', groupId: classroom.groupId(0), part } })
    await expect(screen.getByText(said)).toBeVisible()
    await expect(screen.getByText(/\d+ 处格式不对，未显示/).last()).toBeVisible()
  }
  await classroom.control.send('projector:show', { scene: { kind: 'map', mode: 'all' } })
  await expect(screen.getByRole('heading', { name: '全班客户地图' })).toBeVisible()
  await expect(screen.getByText('这一屏没能显示')).toHaveCount(0)

  // Also where the junk stands the scale goes on, and writing in it works.
  await classroom.goTo('3.2')
  await openScale(page, 'potential')
  await expect(page.getByText(leftOut)).toBeVisible()
  await page.getByRole('button', { name: '编辑“年采购额”' }).click()
  await page.getByRole('textbox', { name: '定义', exact: true }).pressSequentially('含税')
  await expect.poll(() => honest.work().scales.potential.factors.find((factor) => factor.name === '年采购额')?.definition).toBe('含税')
})

test('P2.12: a text of a megabyte is refused; nobody else notices', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const page = await classroom.join('李强', 0)
  await openScale(page, 'potential')
  const peer = await handMadeClient(classroom, 0)
  peer.doc.getText('junk').insert(0, 'a'.repeat(1_100_000))
  await peer.closing()
  await page.getByRole('button', { name: '添加因素' }).click()
  await page.keyboard.type('年采购额')
  await expect(page.getByRole('button', { name: '已保存' })).toBeVisible()
})

test('P5.3: neither the projector nor the console has a secret in its address, its history or its text', async ({ classroom }) => {
  const [screen, desk] = await Promise.all([classroom.projector(), classroom.console()])
  await expect(screen.getByText(classroom.code.replace(/^(\d{3})/, '$1 ')).first()).toBeVisible()
  await expect(screen).toHaveURL(`${classroom.server.roomUrl}/projector`)
  expect(await screen.evaluate(() => JSON.stringify(history.state ?? {}) + location.href + document.documentElement.outerHTML)).not.toMatch(/token=|key=/)
  const token = await screen.evaluate(() => sessionStorage.getItem('ketu.projector'))
  expect(token).toBeTruthy()
  // The tab keeps its own view-only token; it can look, but not touch, and it is no trainer's.
  expect(await screen.evaluate(() => document.cookie)).toBe('')
  expect(await desk.evaluate(() => document.cookie)).toBe('')
  expect(await screen.evaluate(async () => (await fetch('/api/classes', { headers: { 'x-ketu': '1' } })).status)).toBeGreaterThanOrEqual(401)
  expect(await screen.evaluate(() => document.documentElement.innerHTML)).not.toContain(classroom.server.trainerKey)
  await expect(desk).toHaveURL(`${classroom.server.roomUrl}/trainer/${classroom.classId}`)

  // The one-time link works once, and its key is gone from the address at once.
  const { url } = await classroom.trainer.call<{ url: string }>('POST', '/api/trainer/link')
  const { pathname, hash } = new URL(url)
  const laptop = await classroom.visit(pathname + hash)
  await expect(laptop.getByRole('button', { name: /新建|创建/ }).first()).toBeVisible()
  expect(laptop.url()).not.toContain('key')
  const thief = await classroom.visit(pathname + hash)
  await expect(thief.getByText(/链接/).first()).toBeVisible()
  expect(await thief.evaluate(async () => (await fetch('/api/classes', { headers: { 'x-ketu': '1' } })).status)).toBeGreaterThanOrEqual(401)
})

test('P2.14, P5.10: a participant\'s token opens the document of the own group and no other', async ({ classroom }) => {
  const page = await classroom.join('王芳', 0)
  await expect(page.getByRole('heading', { name: '课程还没开始' })).toBeVisible()
  const codes = await page.evaluate(async (names) => {
    const [seat] = JSON.parse(localStorage.getItem('ketu.seats') ?? '[]') as { token: string }[]
    return Promise.all(names.map((name) => new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://${location.host}/sync/${name}?token=${seat?.token}`)
      socket.onmessage = () => resolve(0)
      socket.onclose = (event) => resolve(event.code)
    })))
  }, [classroom.groupId(0), classroom.groupId(1), 'nobody-knows-this'])
  expect(codes).toEqual([0, closeCode.forbidden, closeCode.unknownDocument])
})
