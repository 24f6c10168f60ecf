import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages as followupWords } from '../../client/features/followup/messages.ts'
import { messages as measureWords } from '../../client/features/measure/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { Tablet } from '../simulator/tablet.ts'
import { makeWorkbook } from '../support/workbookMaker.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers, devices, laptops, sizes } from './camera.ts'
import type { Studio } from './studio.ts'

const followup = inEveryLanguage(followupWords)
const measure = inEveryLanguage(measureWords)

const dialog = (page: Page) => page.locator('input[type=file]').first()

/** What people bring: a list of customers, and the workbook after some weeks at work. */
export async function photographFiles(studio: Studio): Promise<void> {
  const [tablet] = studio.simulated.plays[0]?.tablets ?? []
  if (!tablet) throw new Error('nobody is in the first group')
  await photographImport(studio, tablet)
  await photographFollowUp(studio, tablet)
}

async function photographImport({ camera, locale, classId, seat }: Studio, tablet: Tablet): Promise<void> {
  const words = measure[locale]
  const path = `/class/${classId}?at=customers`
  const list = await keep('list.xlsx', listOf(locale, tablet))
  const junk = await keep('old.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]))
  async function openImport(page: Page): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`^${words.step.list}|${words.step.list}`) }).first().click()
    await page.getByRole('button', { name: words.import.button }).click()
  }
  await camera.shoot('workspace-import', path, devices, seat, openImport)
  await camera.shoot('workspace-import-refused', path, [sizes.phone, sizes.tablet], seat, async (page) => {
    await openImport(page)
    await dialog(page).setInputFiles(junk)
    await page.getByRole('alert').waitFor()
  })
  await camera.shoot('workspace-import-matched', path, devices, seat, async (page) => {
    await openImport(page)
    await dialog(page).setInputFiles(list)
    await page.getByText(words.import.matchText).waitFor()
  })
}

async function photographFollowUp({ camera, url, locale, api, control, classId, seat, trainer }: Studio, tablet: Tablet): Promise<void> {
  const words = followup[locale]
  const path = `/class/${classId}?at=followup`
  const page = `/trainer/${classId}/review`
  await camera.shoot('followup-empty', path, devices, seat)
  await camera.shoot('followup-trainer-empty', page, [sizes.laptop], trainer)
  // The workbook says what the group says now; then the group's own grades go on, so that somebody has moved.
  const groupId = (await control.view()).groups[0]?.id ?? ''
  const order = await api.call<{ readonly path: string }>('POST', '/api/takehome/files', { kind: 'workbook', classId, groupId, locale })
  const workbook = await keep('workbook.xlsx', new Uint8Array(await (await fetch(url + order.path)).arrayBuffer()))
  tablet.work().customers.forEach(({ id }, place) => {
    for (const axis of ['potential', 'relationship'] as const) {
      for (const factor of tablet.work().scales[axis].factors) {
        if (place % 3 !== 2) tablet.grade(id, factor.id, { kind: 'level', level: 1 + ((place * 2 + (axis === 'potential' ? 1 : 3)) % factor.intervals.length) })
      }
    }
  })
  await camera.shoot('followup', path, devices, seat, async (open) => {
    if (await open.getByRole('button', { name: words.choose }).isVisible()) await dialog(open).setInputFiles(workbook)
    await open.getByRole('img', { name: words.map }).waitFor()
  })
  await camera.shoot('followup-trainer', page, laptops, trainer, (open) => open.getByRole('img', { name: words.map }).waitFor())
  await camera.shoot('followup-before-the-room', page, beamers, trainer, async (open) => {
    await open.getByRole('img', { name: words.map }).waitFor()
    await open.getByRole('button', { name: words.present }).click()
  })
}

async function keep(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(tmpdir(), `ketu-screenshots-${process.pid}-${name}`)
  await writeFile(file, bytes)
  return file
}

function listOf(locale: Locale, tablet: Tablet): Uint8Array {
  const { customers, scales } = tablet.work()
  const [factor] = scales.potential.factors
  const titles = locale === 'en' ? ['No.', 'Customer', 'Contact', 'Note', 'Visits'] : ['序号', '客户名称', '联系人', '备注', '拜访次数']
  const names = locale === 'en' ? ['Harbour Works', 'Morning Packaging', 'Blue Sky Textiles', 'Oak & Sons'] : ['港口机械厂', '晨光包装', '蓝天纺织', '恒力传动']
  const rows = [...names, customers[0]?.name ?? ''].map((name, place) => [place + 1, name, locale === 'en' ? 'Mr Lin' : '林工', place === 1 ? (locale === 'en' ? 'lost last year' : '去年丢单') : '', 3 + place, place === 2 ? (locale === 'en' ? 'don’t know' : '不知道') : 2 + (place % 3)])
  return makeWorkbook([{ name: locale === 'en' ? 'Customers' : '客户', rows: [[locale === 'en' ? 'Key customers 2026' : '2026 年重点客户'], [...titles, factor?.name ?? ''], ...rows] }])
}
