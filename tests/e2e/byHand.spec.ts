import type { Page } from '@playwright/test'
import type { Aggregate, ProjectorView } from '../../shared/protocol/views.ts'
import { openControl, tokenAuth } from '../simulator/api.ts'
import { expect, phone, test, type Classroom } from './classroom.ts'
import { addFactor, borrow, describeFactor, factorRow, field, isSaved, measureFactor, openFactor, openTask, scaleIsComplete, weight } from './scale.ts'
import { lock, show, showGroup, tile, timer } from './desk.ts'
import { fillEffort, gradeRow, pasteCustomers, step } from './measure.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** What the projector is told of the customers. */
async function labelsOnProjector(classroom: Classroom): Promise<string[]> {
  const line = openControl<ProjectorView>(classroom.server.localUrl, tokenAuth('projector', await classroom.trainer.projectorToken(classroom.classId)))
  const { groups } = await new Promise<Aggregate>((resolve) => line.socket.on('aggregate', resolve))
  line.close()
  return groups.flatMap((group) => group.points.map((point) => point.label)).sort()
}

/* The day is walked through item by item in wholeDay.spec.ts; here is what hands do in it, and what the others see of that. */
test('by hand, from the way in to all maps: two browsers in one group, one in another, the console and the projector', async ({ classroom }) => {
  test.setTimeout(300_000)
  const [desk, screen, wifi] = await Promise.all([classroom.console(), classroom.projector(), classroom.wifi()])
  const [wang, li, zhao] = await test.step('1 · welcome: people join by the page and appear in the lobby', async () => {
    await expect(screen.getByRole('img', { name: '加入课堂的二维码' })).toBeVisible()
    await expect(screen.getByText(classroom.code.replace(/^(\d{3})/, '$1 '))).toBeVisible()
    await classroom.goTo('1')
    const people = await Promise.all([classroom.joinByPage('王芳', 0), classroom.joinByPage('李强', 0, { viewport: phone, touch: true, wifi }), classroom.joinByPage('赵敏', 1)])
    await expect(screen.getByText('已有 3 人进入')).toBeVisible()
    await expect(screen.getByText('王芳')).toHaveCount(0)
    await desk.getByRole('switch', { name: '显示学员姓名' }).click()
    await expect(screen.getByText('王芳')).toBeVisible()
    await expect(tile(desk, 'A')).toContainText('2/2 在线')
    for (const page of people) await expect(heading(page, '欢迎、分组与自查')).toBeVisible()
    return people
  })

  await test.step('3.2 · the agenda card, the timer, the same time everywhere', async () => {
    await classroom.goTo('3.2')
    await show(desk, '日程')
    await expect(heading(screen, '工作坊：购买潜力量表')).toBeVisible()
    await timer(desk).getByRole('button', { name: '开始计时' }).click()
    await show(desk, '计时')
    for (const page of [wang, li, zhao, screen, desk]) await expect(page.getByRole('timer').first()).toHaveText(/3[0-2]:\d\d/)
    // Whoever is not writing is led to the task.
    for (const page of [wang, li, zhao]) await expect(heading(page, '购买潜力')).toBeVisible()
  })

  await test.step('3.2 · a group makes its scale together: typed factors, borrowed ones, balanced weights, green checks', async () => {
    await addFactor(wang, '设备老化台数')
    await measureFactor(wang, { definition: '客户在用设备里超过八年的台数', source: '设备科的台账', unit: '台', thresholds: ['10', '２０', '50', '1,000'] })
    // The peer sees the words as they come, and who is in which field.
    await openFactor(li, '设备老化台数')
    await field(wang, '定义').focus()
    await wang.keyboard.press('End')
    await wang.keyboard.type('，不含备用')
    await expect(field(li, '定义')).toHaveValue('客户在用设备里超过八年的台数，不含备用')
    await expect(li.getByText('王芳 正在编辑')).toBeVisible()
    await expect(li.getByRole('textbox', { name: '2 分与 3 分之间的分界值' })).toHaveValue('20')
    await li.getByRole('button', { name: '回到量表' }).tap()

    await addFactor(li, '海外出口比重')
    await describeFactor(li, { definition: '产品最终出口的收入占比', source: '年报', intervals: ['没有出口', '一成以下', '一到三成', '三到五成', '五成以上'] })
    await li.getByRole('textbox', { name: '权重', exact: true }).fill('10')
    await li.getByRole('button', { name: '回到量表' }).tap()
    await expect(factorRow(wang, '海外出口比重')).toContainText('完整')
    await borrow(wang, 4)
    await weight(wang, '设备老化台数').fill('30')
    await wang.keyboard.press('Enter')
    await expect(wang.getByRole('region', { name: '还差什么' })).toContainText('权重合计')
    await wang.getByRole('button', { name: '均衡到 100' }).first().click()
    await scaleIsComplete(wang)
    await scaleIsComplete(li)

    await borrow(zhao, 5)
    await zhao.getByRole('button', { name: '平均分配' }).click()
    await scaleIsComplete(zhao)
    await expect(tile(desk, 'A')).toContainText(/6 个因素\s*6 个完整\s*权重 100/)
    await show(desk, '进度')
    await expect(screen.getByRole('listitem').filter({ hasText: '远航队' })).toContainText('100%')
    for (const page of [wang, li, zhao]) await isSaved(page)
  })

  await test.step('4.2 · the second scale', async () => {
    await classroom.goTo('4.2')
    for (const page of [wang, zhao]) await openTask(page, '关系')
    await addFactor(wang, '高层互访')
    await describeFactor(wang, { definition: '一年内双方总经理以上见面', source: '拜访记录', intervals: ['没有', '一次', '两次', '三次', '每季都有'] })
    await borrow(wang, 3)
    await wang.getByRole('button', { name: '平均分配' }).click()
    await scaleIsComplete(wang)
    await borrow(zhao, 4)
    await zhao.getByRole('button', { name: '平均分配' }).click()
    await scaleIsComplete(zhao)
  })

  const ours = ['北方泵业', '晨光包装', '海川化工', '金桥电机', '远东阀门', '南山水务']
  await test.step('5.2 · customers, gut order, grades by taps, figures and keys, and "don\'t know"', async () => {
    await classroom.goTo('5.2')
    for (const page of [wang, li, zhao]) await openTask(page, '客户')
    await pasteCustomers(wang, ours)
    await expect(li.getByRole('textbox', { name: '客户名称' })).toHaveCount(6)
    await step(wang, '排序')
    await wang.getByRole('button', { name: '把南山水务上移' }).click()
    await wang.getByRole('button', { name: '就按这个顺序' }).click()

    // The first by taps, its first factor by a raw figure.
    const first = wang.getByRole('grid').getByRole('row').filter({ has: wang.getByRole('rowheader', { name: '北方泵业' }) })
    await first.getByRole('button').first().click()
    await wang.getByRole('textbox', { name: '设备老化台数的实际数值' }).fill('35')
    await wang.keyboard.press('Enter')
    await expect(first.getByRole('button', { name: '北方泵业, 设备老化台数: 3 分' })).toBeVisible()
    for (const [index, choice] of ['五成以上', /≥|以上/, /≥|以上/, '不知道，需要去了解'].entries()) {
      await first.getByRole('button').nth(index + 1).click()
      const card = wang.getByRole('complementary', { name: '北方泵业' }).getByRole('group')
      await card.getByRole('button', { name: choice }).first().click()
    }
    await expect(first.getByRole('rowheader')).toContainText('5/10')
    await expect(first.getByRole('button', { name: /不知道/ })).toHaveCount(1)
    await gradeRow(wang, '北方泵业', '5555500112')
    await gradeRow(wang, '晨光包装', '1121155554')
    await gradeRow(wang, '海川化工', '4454533445')
    await gradeRow(wang, '金桥电机', '2112112212')
    await gradeRow(wang, '远东阀门', '5544554455')
    // The last one by a phone: a card for each factor, its intervals as big choices.
    await step(li, '打分')
    await li.getByRole('combobox', { name: '客户' }).selectOption('南山水务')
    for (const card of await li.getByRole('main').getByRole('region').filter({ has: li.getByRole('button', { name: '不知道，需要去了解' }) }).all()) {
      await card.getByRole('group').getByRole('button').nth(3).tap()
    }
    await expect(li.getByText('已答 10/10')).toBeVisible()
    await expect(tile(desk, 'A')).toContainText('6/6')

    await pasteCustomers(zhao, ['长江制药', '红星乳业', '华安印刷', '顺达物流'])
    await step(zhao, '打分')
    for (const [name, keys] of [['长江制药', '555441122'], ['红星乳业', '121214454'], ['华安印刷', '333335555'], ['顺达物流', '111111111']] as const) await gradeRow(zhao, name, keys)
    await fillEffort(wang, [['2', '80'], ['20', '300'], ['8', '120'], ['1', '10'], ['9', '400'], ['3', '60']])
    await expect(tile(desk, 'A')).toContainText('6/6')
  })

  await test.step('6.2 · the customer map with its cut lines', async () => {
    await classroom.goTo('6.2')
    // She is still in a field: the way there is offered, not forced.
    await wang.getByRole('button', { name: '去完成' }).click()
    for (const page of [wang, li]) {
      await expect(page.getByRole('region', { name: '按象限看客户' }).getByRole('button')).toHaveCount(6)
      await expect(page.getByRole('img', { name: /进攻 \d, / })).toHaveCount(1)
      await page.getByRole('button', { name: '分界线' }).click()
    }
    const quadrants = (page: Page): Promise<string | null> => page.getByRole('img', { name: /进攻 \d/ }).getAttribute('aria-label')
    expect(await quadrants(wang)).toBe(await quadrants(li))
    await wang.getByRole('button', { name: '购买潜力 +5' }).click()
    await expect(li.getByRole('group', { name: '购买潜力' }).getByRole('status')).toHaveText('55')
    await wang.getByRole('button', { name: '恢复 50 / 50' }).click()
    await expect(li.getByRole('group', { name: '购买潜力' }).getByRole('status')).toHaveText('50')
    await wang.getByRole('region', { name: '按象限看客户' }).getByRole('button', { name: '北方泵业' }).click()
    await expect(wang.getByRole('button', { name: '核对“设备老化台数”的打分' })).toBeVisible()
  })

  await test.step('6.3 · findings, accepted or rejected with a reason', async () => {
    await classroom.goTo('6.3')
    const finding = (page: Page, rule: string) => page.getByRole('region', { name: '隐患' }).getByRole('listitem').filter({ hasText: rule }).first()
    await expect(finding(wang, '被冷落')).toContainText('北方泵业')
    await finding(wang, '被冷落').getByRole('button', { name: '确实如此' }).click()
    await finding(wang, '被冷落').getByRole('textbox', { name: '怎么办？' }).pressSequentially('每两周拜访一次')
    await expect(finding(wang, '过度服务')).toContainText('晨光包装')
    await finding(wang, '过度服务').getByRole('button', { name: '不成立' }).click()
    await finding(wang, '过度服务').getByRole('textbox', { name: '为什么不成立？' }).pressSequentially('合同刚签')
    await expect(finding(li, '被冷落').getByRole('textbox')).toHaveValue('每两周拜访一次')
    await expect(finding(li, '过度服务').getByRole('button', { name: '不成立' })).toHaveAttribute('aria-pressed', 'true')
    await tile(desk, 'A').click()
    await desk.getByRole('tab', { name: '地图与隐患' }).click()
    await expect(desk.getByRole('tabpanel')).toContainText('每两周拜访一次')
    await desk.keyboard.press('Escape')
  })

  await test.step('a lock warns first; what was written without a line is held, and comes in on unlock', async () => {
    const reason = (page: Page) => page.getByRole('region', { name: '隐患' }).getByRole('textbox', { name: '怎么办？' }).first()
    await lock(desk).getByRole('button', { name: '10 秒后锁定' }).click()
    for (const page of [wang, li, zhao]) await expect(page.getByText(/还有 \d+ 秒锁定/)).toBeVisible()
    wifi.cut()
    await reason(li).fill('每两周拜访一次，由李强负责')
    await expect(lock(desk).getByRole('status')).toHaveText('全部已锁定', { timeout: 15_000 })
    for (const page of [wang, zhao]) await expect(page.getByText('培训师已锁定，现在只能看')).toBeVisible()
    await expect(reason(wang)).toBeDisabled()
    wifi.restore()
    await expect(li.getByText(/处修改已存好，解锁后并入/)).toBeVisible()
    await expect(lock(desk).getByText('有 1 台设备在锁定后仍有改动')).toBeVisible()
    await expect(reason(wang)).toHaveValue('每两周拜访一次')
    await lock(desk).getByRole('button', { name: '全部解锁' }).click()
    await expect(reason(wang)).toHaveValue('每两周拜访一次，由李强负责')
    await expect(reason(wang)).toBeEnabled()
    await isSaved(li)
  })

  await test.step('a message to all, a hand, a nudge for one group', async () => {
    await lock(desk).getByRole('button', { name: '给全班发消息' }).click()
    await desk.getByRole('dialog').getByRole('textbox', { name: '内容' }).fill('还有两分钟，请收尾')
    await desk.getByRole('dialog').getByRole('button', { name: '发送' }).click()
    for (const page of [wang, li, zhao]) {
      await expect(page.getByText('还有两分钟，请收尾')).toBeVisible()
      await page.getByRole('button', { name: '知道了' }).click()
    }
    await li.getByRole('button', { name: '举手' }).tap()
    await expect(tile(desk, 'A')).toContainText('举手')
    await tile(desk, 'A').click()
    await expect(desk.getByText('举手：李强')).toBeVisible()
    await desk.getByRole('button', { name: '放下' }).click()
    await expect(li.getByRole('button', { name: '举手' })).toBeVisible()
    await desk.getByRole('button', { name: '提醒一下' }).click()
    await expect(wang.getByText('培训师提醒你们看看当前的任务')).toBeVisible()
    await expect(zhao.getByText('培训师提醒你们')).toHaveCount(0)
    await desk.keyboard.press('Escape')
  })

  await test.step('6.4 · all groups\' customers on the projector: masked, then named, one lit, and a spotlight', async () => {
    await classroom.goTo('6.4')
    await show(desk, '总地图')
    await expect(heading(screen, '全班客户地图')).toBeVisible()
    await expect(screen.getByText('10 家客户')).toBeVisible()
    await expect(screen.getByText('客户名已隐去')).toBeVisible()
    expect(await labelsOnProjector(classroom)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'B4'])
    await desk.getByRole('switch', { name: '显示客户名称' }).click()
    await expect(screen.getByText('客户名已隐去')).toHaveCount(0)
    await expect.poll(() => labelsOnProjector(classroom)).toEqual([...ours, '长江制药', '红星乳业', '华安印刷', '顺达物流'].sort())
    await show(desk, '小地图')
    await expect(heading(screen, '各组客户地图')).toBeVisible()
    await showGroup(desk, '点亮', 'B')
    await expect(heading(screen, /猎鹰队/)).toBeVisible()
    await expect(screen.getByText('4 家客户')).toBeVisible()
    await showGroup(desk, '潜力', 'A')
    await expect(screen.getByText('设备老化台数')).toBeVisible()
    await expect(screen.getByText(/6 ?个因素 · 权重合计 100/)).toBeVisible()
  })
})
