import { type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { sampleGroups } from '../../shared/course/samples.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { type ControlLine, openControl, signInTrainer, trainerAuth, type TrainerApi } from '../simulator/api.ts'
import { type BuiltServer, startBuiltServer } from '../support/builtServer.ts'

/** A real class on a real server, with people in browsers of their own. */
export interface Classroom {
  readonly server: BuiltServer
  readonly trainer: TrainerApi
  readonly classId: string
  readonly code: string
  /** The trainer's control channel, for what a test only needs done. */
  readonly control: ControlLine<TrainerView>
  groupId(index: number): string
  /** A participant comes in by the join page, as on a tablet at a non-localhost address. */
  join(name: string, groupIndex: number, options?: DeviceOptions): Promise<Page>
  projector(options?: DeviceOptions): Promise<Page>
  /** The trainer's console in a browser. */
  console(options?: DeviceOptions): Promise<Page>
}
export interface DeviceOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: 'zh-CN' | 'en-US'
  readonly touch?: boolean
}

export const tablet = { width: 1180, height: 820 }
export const phone = { width: 390, height: 844 }

export const test = base.extend<{ classroom: Classroom; groups: number }>({
  groups: [3, { option: true }],
  classroom: async ({ browser, groups }, use) => {
    const server = await startBuiltServer()
    const contexts: BrowserContext[] = []
    const errors: string[] = []
    async function open(path: string, { viewport = tablet, locale = 'zh-CN', touch = false }: DeviceOptions = {}, cookie?: string): Promise<Page> {
      const context = await browser.newContext({ viewport, locale, hasTouch: touch })
      contexts.push(context)
      if (cookie) {
        const [name = '', value = ''] = cookie.split('=')
        await context.addCookies([{ name, value, url: server.roomUrl, httpOnly: true, sameSite: 'Strict' }])
      }
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`))
      await page.goto(server.roomUrl + path)
      return page
    }

    const trainer = await signInTrainer(server.localUrl, server.trainerKey)
    const classId = await trainer.createClass({ groups, trainerName: '李老师' })
    const control = openControl<TrainerView>(server.localUrl, trainerAuth(classId), trainer.cookie)
    const view = await control.view()
    for (const group of view.groups) {
      const name = sampleGroups[group.index % sampleGroups.length]?.name['zh-CN'] ?? ''
      await control.send('group:rename', { groupId: group.id, name })
    }
    await use({
      server, trainer, classId, control,
      code: view.class.code,
      groupId: (index) => view.groups.find((group) => group.index === index)?.id ?? '',
      async join(name, groupIndex, options) {
        const page = await open(`/j/${view.class.code}`, options)
        await page.getByRole('textbox', { name: /名字|姓名|name/i }).fill(name)
        await page.getByRole('radio').nth(groupIndex).check({ force: true })
        await page.getByRole('button', { name: /进入课堂|Join/ }).click()
        await expect(page).toHaveURL(new RegExp(`/class/${classId}`))
        return page
      },
      projector: async (options) => open(`/projector#token=${await trainer.projectorToken(classId)}`, { viewport: { width: 1920, height: 1080 }, ...options }),
      console: (options) => open(`/trainer/${classId}`, { viewport: { width: 1440, height: 900 }, ...options }, trainer.cookie),
    })
    control.close()
    for (const context of contexts) await context.close()
    await server.dispose()
    // Whatever else a test says: no face threw.
    expect(errors).toEqual([])
  },
})

export { expect }
