import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Locale, localeOf, locales } from '../shared/language/locale.ts'
import { fill, type Words, wordsOf } from './terminal/words.ts'

export interface Config {
  readonly port: number
  /** With `--port auto`, or with no port named at all, a taken port is not the end: the next free one is taken and said. */
  readonly portIsFixed: boolean
  readonly host: string
  readonly dataFolder: string
  /** What people should know of the data folder before they trust it with a day's work. */
  readonly dataWarning: 'synced-folder' | 'network-folder' | null
  readonly locale: Locale
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** Further names by which devices may call this server, lower case. */
  readonly hostNames: readonly string[]
  /** Lets others than this computer itself read /metrics; null: nobody else. */
  readonly metricsToken: string | null
  readonly opensBrowser: boolean
  /** After a break, by `keepRunning`: nobody looks at the terminal then. */
  readonly isStartedAgain: boolean
}

export const DEFAULT_PORT = 8420

/** A setting that stops the start. `setting` is what the person wrote: `--port` or `KETU_PORT`. */
export class WrongSetting extends Error {
  readonly setting: string
  readonly locale: Locale
  constructor(setting: string, problem: keyof Words['wrong'], locale: Locale) {
    super(`${setting}: ${fill(wordsOf(locale).wrong[problem], { flags: [...Object.values(settings).map(({ flag }) => flag), '--no-open'].join(' '), languages: locales.join(', ') })}`)
    this.setting = setting
    this.locale = locale
  }
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Without node and the script. */
  readonly argv: readonly string[]
  readonly platform: NodeJS.Platform
  readonly home?: string
}

const settings = {
  port: { flag: '--port', variable: 'KETU_PORT' },
  host: { flag: '--host', variable: 'KETU_HOST' },
  data: { flag: '--data', variable: 'KETU_DATA' },
  lang: { flag: '--lang', variable: 'KETU_LANG' },
  logLevel: { flag: '--log-level', variable: 'KETU_LOG_LEVEL' },
  hosts: { flag: '--hosts', variable: 'KETU_HOSTS' },
  metricsToken: { flag: '--metrics-token', variable: 'KETU_METRICS_TOKEN' },
} as const
type SettingName = keyof typeof settings
interface Given {
  readonly value: string
  /** As the person wrote it, to name it when it is wrong. */
  readonly from: string
}

/** `--port 8421`, `--port=8421` and `--no-open`. */
function readFlags(argv: readonly string[], fail: (setting: string, problem: keyof Words['wrong']) => never): { readonly given: Map<SettingName, Given>; readonly noOpen: boolean } {
  const given = new Map<SettingName, Given>()
  let noOpen = false
  for (let at = 0; at < argv.length; at++) {
    const [flag = '', inline] = (argv[at] ?? '').split(/=(.*)/s, 2)
    if (flag === '--no-open') {
      noOpen = true
      continue
    }
    const name = (Object.keys(settings) as SettingName[]).find((one) => settings[one].flag === flag)
    if (!name) return fail(flag, 'unknownFlag')
    const value = inline ?? argv[++at]
    if (value === undefined || (inline === undefined && value.startsWith('--'))) return fail(flag, 'noValue')
    given.set(name, { value, from: flag })
  }
  return { given, noOpen }
}

/** Chinese unless the computer clearly speaks English. */
function surroundingLocale(env: Surroundings['env']): Locale {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return localeOf(named) ?? 'zh-CN'
}

function defaultFolder({ env, platform, home = homedir() }: Surroundings): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Ketu')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Ketu')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'ketu')
}

/** P6.3: programs that copy files while we write them break a database. */
export function dataWarningOf(folder: string): Config['dataWarning'] {
  if (/(^|[\\/])(onedrive[^\\/]*|dropbox|google ?drive|icloud ?drive|com~apple~clouddocs|nextcloud|坚果云|nutstore|百度网盘同步空间)([\\/]|$)/i.test(folder)) return 'synced-folder'
  return /^(\\\\|\/\/)/.test(folder) || /^\/(mnt\/[a-z]|Volumes\/[^/]+|run\/user\/\d+\/gvfs|net)\//.test(folder) ? 'network-folder' : null
}

const hostName = /^(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/i

/** The only reader of the environment and of the command line; flags win. @throws WrongSetting */
export function readConfig(surroundings: Surroundings): Config {
  const { env, argv } = surroundings
  let locale = localeOf(env['KETU_LANG'] ?? '') ?? surroundingLocale(env)
  const fail = (setting: string, problem: keyof Words['wrong']): never => {
    throw new WrongSetting(setting, problem, locale)
  }
  const { given, noOpen } = readFlags(argv, fail)
  const setting = (name: SettingName): Given | undefined => {
    const fromEnv = env[settings[name].variable]
    return given.get(name) ?? (fromEnv === undefined || fromEnv === '' ? undefined : { value: fromEnv, from: settings[name].variable })
  }
  function checked<T>(name: SettingName, schema: z.ZodType<T>, fallback: T): T {
    const one = setting(name)
    if (!one) return fallback
    const parsed = schema.safeParse(one.value.trim())
    return parsed.success ? parsed.data : fail(one.from, name)
  }

  const language = z.string().transform((text, context) => localeOf(text) ?? (context.addIssue('unknown'), z.NEVER))
  locale = checked('lang', language, locale)
  const port = checked('port', z.union([z.literal('auto'), z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().min(0).max(65_535))]), null as 'auto' | number | null)
  const names = z.string().transform((text) => text.split(',').map((name) => name.trim().toLowerCase()).filter(Boolean)).pipe(z.array(z.string().regex(hostName)))
  const dataFolder = resolve(checked('data', z.string().min(1), defaultFolder(surroundings)))

  return Object.freeze({
    port: typeof port === 'number' ? port : DEFAULT_PORT,
    portIsFixed: typeof port === 'number',
    host: checked('host', z.string().regex(/^[0-9a-z.:-]{1,255}$/i), '0.0.0.0'),
    dataFolder,
    dataWarning: dataWarningOf(dataFolder),
    locale,
    logLevel: checked('logLevel', z.enum(['debug', 'info', 'warn', 'error']), 'info' as const),
    hostNames: Object.freeze(checked('hosts', names, [])),
    metricsToken: checked('metricsToken', z.string().regex(/^\S{16,200}$/), null as string | null),
    opensBrowser: !noOpen && !env['KETU_NO_OPEN'],
    isStartedAgain: env['KETU_STARTED_AGAIN'] !== undefined,
  })
}
