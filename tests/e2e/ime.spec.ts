import type { CDPSession, Page } from '@playwright/test'
import { expect, test, type Classroom } from './classroom.ts'
import { addFactor, field, openFactor, openScale } from './scale.ts'

/** The keyboard of a device with a Chinese input method. */
async function inputMethod(page: Page): Promise<{ compose(pinyin: string): Promise<void>; commit(words: string): Promise<void> }> {
  const keyboard: CDPSession = await page.context().newCDPSession(page)
  return {
    compose: async (pinyin) => void (await keyboard.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length })),
    commit: async (words) => void (await keyboard.send('Input.insertText', { text: words })),
  }
}
const caretOf = (page: Page): Promise<number | null> => field(page, '名称').evaluate((input) => (input as HTMLInputElement).selectionStart)
const putCaret = (page: Page, place: number): Promise<void> => field(page, '名称').evaluate((input, at) => (input as HTMLInputElement).setSelectionRange(at, at), place)

/** Two people with the same factor open, and a third who watches it without a browser. */
async function twoAtOneFactor(classroom: Classroom, name: string) {
  await classroom.goTo('3.2')
  const [wang, li] = await Promise.all([classroom.join('王芳', 0), classroom.join('李强', 0)])
  await openScale(wang, 'potential')
  await openScale(li, 'potential')
  await addFactor(wang, name)
  await openFactor(li, name)
  const watcher = await classroom.tablet('赵敏', 0)
  return { wang, li, factor: () => watcher.work().scales.potential.factors[0] }
}

test('P1.1, P1.2: what others write neither breaks a composition nor gets lost, and half-typed pinyin stays on its device', async ({ classroom }) => {
  const { wang, li, factor } = await twoAtOneFactor(classroom, '采购')
  const ime = await inputMethod(wang)
  await field(wang, '名称').focus()
  await putCaret(wang, 2)
  await ime.compose('e')
  await ime.compose('e d')
  await expect(field(wang, '名称')).toHaveValue('采购e d')

  // The peer writes in front of it in the same field, and in another one.
  await field(li, '名称').focus()
  await putCaret(li, 0)
  await li.keyboard.type('年')
  await field(li, '定义').pressSequentially('含税')
  await expect(field(wang, '定义')).toHaveValue('含税')
  await expect(field(wang, '名称')).toHaveValue('采购e d')
  await expect(field(li, '名称')).toHaveValue('年采购')
  expect(factor()?.name).toBe('年采购')

  await ime.compose('e du')
  await ime.commit('额度')
  for (const page of [wang, li]) await expect(field(page, '名称')).toHaveValue('年采购额度')
  await expect.poll(() => factor()?.name).toBe('年采购额度')
  expect(await caretOf(wang)).toBe(5)
})

test('P1.3: a composition that was never confirmed is kept when another field is tapped', async ({ classroom }) => {
  const { wang, li } = await twoAtOneFactor(classroom, '采购')
  const ime = await inputMethod(wang)
  await field(wang, '名称').focus()
  await putCaret(wang, 2)
  await ime.compose('增速')
  await field(wang, '定义').click()
  await expect(field(li, '名称')).toHaveValue('采购增速')
  await expect(field(wang, '名称')).toHaveValue('采购增速')
})

test('P1.3, P7.5: a lock warns first and takes along what is still being composed', async ({ classroom }) => {
  const { wang, li, factor } = await twoAtOneFactor(classroom, '采购')
  const ime = await inputMethod(wang)
  await field(wang, '定义').focus()
  await ime.compose('预计总额')
  await classroom.control.send('lock:close', { groupIds: null, inMs: 3_000 })
  await expect(wang.getByText(/还有 \d 秒锁定/)).toBeVisible()
  await expect(wang.getByText('培训师已锁定')).toBeVisible()
  await expect(field(wang, '定义')).toBeDisabled()
  await expect(field(li, '定义')).toHaveValue('预计总额')
  await expect.poll(() => factor()?.definition).toBe('预计总额')
})

test('P1.5, P1.6: emoji and rare hanzi stay whole, and everybody keeps their caret', async ({ classroom }) => {
  const { wang, li, factor } = await twoAtOneFactor(classroom, '甲乙')
  // 𠮷 and 𠮶 share their first half: a diff by halves would tear them.
  await field(wang, '名称').focus()
  await putCaret(wang, 1)
  const ime = await inputMethod(wang)
  await ime.compose('𠮷')
  await ime.commit('𠮷')
  await wang.keyboard.insertText('👩‍🏫')
  for (const page of [wang, li]) await expect(field(page, '名称')).toHaveValue('甲𠮷👩‍🏫乙')
  await field(wang, '名称').evaluate((input) => (input as HTMLInputElement).setSelectionRange(1, 3))
  await wang.keyboard.insertText('𠮶')
  await expect(field(li, '名称')).toHaveValue('甲𠮶👩‍🏫乙')
  expect(await caretOf(wang)).toBe(3)

  // While one writes in front, the other's caret stays between the same characters.
  await field(li, '名称').focus()
  await putCaret(li, 0)
  await li.keyboard.type('新甲', { delay: 10 })
  await expect(field(wang, '名称')).toHaveValue('新甲甲𠮶👩‍🏫乙')
  expect(await caretOf(wang)).toBe(5)
  await wang.keyboard.type('z')
  for (const page of [wang, li]) await expect(field(page, '名称')).toHaveValue('新甲甲𠮶z👩‍🏫乙')
  await expect.poll(() => factor()?.name).toBe('新甲甲𠮶z👩‍🏫乙')
})

test('P1.6: two people who type into one field at once lose nothing and double nothing', async ({ classroom }) => {
  const { wang, li, factor } = await twoAtOneFactor(classroom, '||')
  for (const [page, place] of [[wang, 0], [li, 2]] as const) {
    await field(page, '名称').focus()
    await putCaret(page, place)
  }
  await Promise.all([
    wang.keyboard.type('aaaaaaaaaa', { delay: 15 }),
    li.keyboard.type('bbbbbbbbbb', { delay: 15 }),
  ])
  for (const page of [wang, li]) await expect(field(page, '名称')).toHaveValue('aaaaaaaaaa||bbbbbbbbbb')
  await expect.poll(() => factor()?.name).toBe('aaaaaaaaaa||bbbbbbbbbb')
})
