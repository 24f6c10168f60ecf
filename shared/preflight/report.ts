import { z } from 'zod'

const outcome = z.enum(['waiting', 'ok', 'failed'])

/** What a phone that opened the check page says of itself; sent again every few seconds while the page is open. */
export const CheckReport = z.strictObject({
  /** Random, new with each opening of the page. */
  id: z.string().regex(/^[a-z0-9-]{8,40}$/),
  system: z.enum(['ios', 'android', 'windows', 'mac', 'other']),
  browser: z.enum(['wechat', 'safari', 'chrome', 'other']),
  /** The two live lines of the program: commands, and the groups' documents. */
  control: outcome,
  sync: outcome,
  /** Whether it can keep a copy of what is typed. */
  storage: outcome,
  latencyMs: z.number().int().min(0).max(60_000).nullable(),
  /** Its clock less the laptop's. */
  clockOffMs: z.number().int().min(-1e13).max(1e13).nullable(),
  network: z.enum(['wifi', 'cellular', 'unknown']),
})
export type CheckReport = z.infer<typeof CheckReport>

export interface CheckedDevice extends Omit<CheckReport, 'id'> {
  readonly id: string
  /** Of the laptop: the one by which it came. */
  readonly address: string
  readonly firstAt: number
  readonly lastAt: number
  /** It has stopped reporting: closed, asleep, or gone from the Wi-Fi. */
  readonly isSilent: boolean
}
/** The laptop, for commands that a trainer can copy. */
export interface Computer {
  /** As Node names it: 'win32', 'darwin', 'linux' … */
  readonly platform: string
  /** Whole path of the program that has to be let through a firewall. */
  readonly program: string
  readonly port: number
}
export interface PreflightView {
  /** Newest first. */
  readonly devices: readonly CheckedDevice[]
  readonly computer: Computer
  /** Free space where the data is, or null where the system doesn't say. */
  readonly freeMb: number | null
}
/** How often a phone reports, and after how long it counts as silent. */
export const REPORT_MS = 3_000
export const SILENT_MS = 12_000
