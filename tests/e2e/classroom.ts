import { type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { sampleGroups } from '../../shared/course/samples.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { type ControlLine, join, openControl, trainerAuth, type TrainerApi } from '../simulator/api.ts'
import { joinClass, type SimulatedClass } from '../simulator/classPlay.ts'
import { joinWithTablet, type Tablet } from '../simulator/tablet.ts'
import { createPace } from '../simulator/pace.ts'
import type { BuiltServer } from '../support/builtServer.ts'
import { takeSeat, type TakenSeat } from '../support/seat.ts'
import { openWifi, type Wifi } from '../support/wifi.ts'
import { type Program, startProgram } from './program.ts'

/** A real class on a real server, with people in browsers of their own. */
export interface Classroom {
  readonly server: BuiltServer
  readonly trainer: TrainerApi
  readonly classId: string
  readonly code: string
  /** The trainer's control channel, for what a test only needs done. */
  readonly control: ControlLine<TrainerView>
  groupId(index: number): string
  /** A participant who has joined comes to the group's workspace, as on a tablet at a non-localhost address. */
  join(name: string, groupIndex: number, options?: DeviceOptions): Promise<Page>
  /** A participant comes in by the join page. */
  joinByPage(name: string, groupIndex: number, options?: DeviceOptions): Promise<Page>
  /** A member without a browser, over the same network and protocol. */
  tablet(name: string, groupIndex: number): Promise<Tablet>
  /** Members without browsers in each of the first groups: two, who work as fast as they can, unless told otherwise. */
  simulate(groups: number, how?: { readonly speed?: number; readonly tabletsPerGroup?: number }): Promise<SimulatedClass>
  /** A page of nobody yet. */
  visit(path: string, options?: DeviceOptions): Promise<Page>
  projector(options?: DeviceOptions): Promise<Page>
  /** The trainer's console in a browser. */
  console(options?: DeviceOptions): Promise<Page>
  /** Makes the item with this number the current one. */
  goTo(number: string): Promise<void>
  /** A network of its own for some devices, which the test may break. */
  wifi(): Promise<Wifi>
}
export interface DeviceOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: 'zh-CN' | 'en-US'
  readonly touch?: boolean
  readonly wifi?: Wifi
}
/** Whose device it is, when it is known already. */
interface Owner {
  readonly cookie?: string
  readonly seat?: TakenSeat
}

export const tablet = { width: 1180, height: 820 }
export const phone = { width: 390, height: 844 }

/** A server that is gone, or a file that is missing while it is, is no fault of the page. */
const ofTheNetwork = /net::|WebSocket|Failed to load resource|Failed to fetch dynamically imported module|Load failed/

interface Options {
  readonly groups: number
  /** For tests that stop the program or break it: one that nobody else uses. */
  readonly ownProgram: boolean
}

export const test = base.extend<{ classroom: Classroom } & Options, { program: Program }>({
  groups: [3, { option: true }],
  ownProgram: [false, { option: true }],
  // A trainer's laptop holds many classes: each test has one of its own, and they share the program.
  program: [async ({ playwright: _playwright }, use) => {
    const program = await startProgram()
    await use(program)
    await program.server.dispose()
  }, { scope: 'worker' }],
  classroom: async ({ browser, contextOptions, groups, ownProgram, program }, use) => {
    const { server, trainer } = ownProgram ? await startProgram() : program
    const contexts: BrowserContext[] = []
    const tablets: Tablet[] = []
    const simulations: SimulatedClass[] = []
    const networks: Wifi[] = []
    const errors: string[] = []
    let leaving = false
    const note = (error: string): void => { if (!leaving) errors.push(error) }
    async function open(path: string, { viewport = tablet, locale = 'zh-CN', touch = false, wifi }: DeviceOptions = {}, { cookie, seat }: Owner = {}): Promise<Page> {
      const context = await browser.newContext({ ...contextOptions, viewport, locale, hasTouch: touch })
      contexts.push(context)
      const address = new URL(server.roomUrl)
      if (wifi) address.port = String(wifi.port)
      if (seat) await takeSeat(context, seat)
      if (cookie) {
        const [name = '', value = ''] = cookie.split('=')
        await context.addCookies([{ name, value, url: address.origin, httpOnly: true, sameSite: 'Strict' }])
      }
      // Of the context, so that windows which a page opens are heard too.
      context.on('weberror', (failure) => note(`${path}: ${failure.error().message}`))
      context.on('console', (message) => {
        if (message.type() === 'error' && !ofTheNetwork.test(message.text())) note(`${path}: ${message.text()}`)
      })
      const page = await context.newPage()
      await page.goto(address.origin + path)
      return page
    }

    const classId = await trainer.createClass({ groups, trainerName: '李老师' })
    const control = openControl<TrainerView>(server.localUrl, trainerAuth(classId), trainer.cookie)
    const view = await control.view()
    const { code } = view.class
    const groupId = (index: number): string => view.groups.find((group) => group.index === index)?.id ?? ''
    for (const group of view.groups) {
      const name = sampleGroups[group.index % sampleGroups.length]?.name['zh-CN'] ?? ''
      await control.send('group:rename', { groupId: group.id, name })
    }
    await use({
      server, trainer, classId, control, groupId, code,
      visit: (path, options) => open(path, options),
      async join(name, groupIndex, options) {
        const { participantId, token } = await join(server.localUrl, { code, name, groupId: groupId(groupIndex) })
        return open(`/class/${classId}`, options, { seat: { classId, code, participantId, token } })
      },
      async joinByPage(name, groupIndex, options) {
        const page = await open(`/j/${code}`, options)
        await page.getByRole('textbox', { name: /名字|姓名|name/i }).fill(name)
        await page.getByRole('radio').nth(groupIndex).check({ force: true })
        await page.getByRole('button', { name: /进入课堂|Enter the class/ }).click()
        await expect(page).toHaveURL(new RegExp(`/class/${classId}`))
        return page
      },
      async tablet(name, groupIndex) {
        const joined = await joinWithTablet({ baseUrl: server.localUrl, code, name, groupId: groupId(groupIndex), pace: createPace(Infinity, 1) })
        tablets.push(joined)
        await joined.ready()
        return joined
      },
      async simulate(many, { speed = Infinity, tabletsPerGroup = 2 } = {}) {
        const simulated = await joinClass({ baseUrl: server.localUrl, code, locale: 'zh-CN', speed, seed: 7, groups: many, tabletsPerGroup })
        simulations.push(simulated)
        return simulated
      },
      projector: async (options) => open(`/projector#token=${await trainer.projectorToken(classId)}`, { viewport: { width: 1920, height: 1080 }, ...options }),
      console: (options) => open(`/trainer/${classId}`, { viewport: { width: 1440, height: 900 }, ...options }, { cookie: trainer.cookie }),
      async goTo(number) {
        const { agenda, currentId } = await control.view()
        const item = agenda.find((one) => one.number === number)
        if (!item) throw new Error(`no item ${number} on the agenda`)
        const reply = await control.send('agenda:go', { to: item.id, from: currentId })
        if (!reply.ok) throw new Error(`agenda:go was refused: ${reply.reason}`)
        await control.until((now) => now.currentId === item.id)
      },
      async wifi() {
        const opened = await openWifi(Number(new URL(server.localUrl).port))
        networks.push(opened)
        return opened
      },
    })
    // A file that was still on its way when a page is closed is no fault of the page.
    leaving = true
    for (const one of [...tablets, ...simulations]) one.leave()
    control.close()
    await Promise.all(contexts.map((context) => context.close()))
    await Promise.all(networks.map((network) => network.close()))
    if (ownProgram) await server.dispose()
    // Whatever else a test says: no face threw, none broke the content policy.
    expect(errors).toEqual([])
  },
})

export { expect }
