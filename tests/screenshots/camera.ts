import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Locale } from '../../shared/language/locale.ts'
import type { Tablet } from '../simulator/tablet.ts'
import type { BuiltServer } from '../support/builtServer.ts'
import { takeSeat } from '../support/seat.ts'

export interface Size {
  readonly width: number
  readonly height: number
}
export const sizes = {
  phone: { width: 390, height: 844 },
  upright: { width: 768, height: 1024 },
  tablet: { width: 1180, height: 820 },
  smallTablet: { width: 1024, height: 768 },
  laptop: { width: 1440, height: 900 },
  lowLaptop: { width: 1280, height: 720 },
  /** A4 at the resolution that a browser prints in. */
  paper: { width: 794, height: 1123 },
  beamer: { width: 1920, height: 1080 },
  oldBeamer: { width: 1024, height: 768 },
} as const satisfies Record<string, Size>

export const devices: readonly Size[] = [sizes.phone, sizes.upright, sizes.tablet]
export const laptops: readonly Size[] = [sizes.laptop, sizes.lowLaptop, sizes.tablet]
export const beamers: readonly Size[] = [sizes.beamer, sizes.oldBeamer]

/** Who is at the device: nobody known, a participant with a seat, or the trainer with a cookie. */
export interface Visitor {
  /** `readUntil`: the trainer's messages up to this instant were put away on this device. */
  readonly seat?: { readonly tablet: Tablet; readonly classId: string; readonly code: string; readonly readUntil?: number }
  readonly cookie?: string
  /** Another browser's name for itself, such as WeChat's. */
  readonly userAgent?: string
}

export interface Camera {
  /** Opens `path` at each size, lets `pose` act, and writes `<folder>/<name>-<width>x<height>.png`. Pages stay open until `close`. */
  shoot(name: string, path: string, at: readonly Size[], visitor?: Visitor, pose?: (page: Page, size: Size) => Promise<void>): Promise<void>
  /** Photographs pages that stay open, e.g. before and after the line breaks. */
  open(path: string, size: Size, visitor?: Visitor): Promise<Page>
  snap(page: Page, name: string): Promise<void>
}

export function createCamera(browser: Browser, server: BuiltServer, locale: Locale, folder: string): Camera {
  async function open(path: string, size: Size, visitor: Visitor = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: size, locale: locale === 'en' ? 'en-US' : 'zh-CN', hasTouch: size.width <= 1180, reducedMotion: 'reduce', ...(visitor.userAgent === undefined ? {} : { userAgent: visitor.userAgent }) })
    const { seat, cookie } = visitor
    await context.addInitScript((chosen) => localStorage.setItem('ketu.locale', JSON.stringify(chosen)), locale)
    if (seat) await takeSeat(context, { classId: seat.classId, code: seat.code, participantId: seat.tablet.participantId, token: seat.tablet.token, name: seat.tablet.name })
    if (seat?.readUntil !== undefined) await context.addInitScript(([key, until]) => { if (location.protocol === 'http:') localStorage.setItem(key, until) }, [`ketu.seen.${seat.classId}`, String(seat.readUntil)] as const)
    if (cookie) {
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url: server.roomUrl, httpOnly: true, sameSite: 'Strict' }])
    }
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`  ${path} at ${size.width}×${size.height}: ${error.message}`))
    await page.goto(server.roomUrl + path)
    // What is loaded when it is needed, such as a scene of the projector, is asked for only once the class is there; on a busy machine it would come after the picture.
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
    await settle(page)
    return page
  }
  async function snap(page: Page, name: string): Promise<void> {
    await mkdir(folder, { recursive: true })
    await settle(page)
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    await page.screenshot({ path: join(folder, `${name}-${width}x${height}.png`) })
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    if (isWide) console.error(`  ${name} scrolls sideways at ${width}×${height}`)
  }
  return {
    open, snap,
    async shoot(name, path, at, visitor, pose) {
      for (const size of at) {
        const page = await open(path, size, visitor)
        try {
          await pose?.(page, size)
          await snap(page, name)
        } catch (error) {
          console.error(`  ${name} at ${size.width}×${size.height}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
          await page.screenshot({ path: join(folder, `FAILED-${name}-${size.width}x${size.height}.png`) })
        } finally {
          await page.context().close()
        }
      }
    },
  }
}

/** A photograph needs a page that stands still: everything loaded, the snapshot there, the glides over. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  // On a busy machine the page is white for a while; one that stays white is a picture, too.
  await page.waitForFunction(() => document.querySelector('#app')?.textContent, undefined, { timeout: 10_000 }).catch(() => undefined)
  await page.evaluate(async () => {
    let [last, same] = ['', 0]
    const deadline = performance.now() + 4_000
    while (same < 25 && performance.now() < deadline) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = `${document.body.innerHTML.length}`
      ;[same, last] = [now === last ? same + 1 : 0, now]
    }
  })
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished)))
}
