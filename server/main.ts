import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Locale } from '../shared/language/locale.ts'
import { createApp, type App } from './app.ts'
import { createLocalBus } from './bus/local.ts'
import { readConfig, WrongSetting, type Config } from './config.ts'
import { diskOf, fileSizes } from './disk.ts'
import { systemClock } from './domain/clock.ts'
import { AlreadyRunning, type Storage } from './domain/Storage.ts'
import type { Log } from './domain/Log.ts'
import { createLog } from './log.ts'
import { systemNetwork } from './network.ts'
import { NoDriver } from './storage/sqlite/findDriver.ts'
import { openSqlite } from './storage/sqlite/openSqlite.ts'
import { NewerFile } from './storage/sqlite/schema.ts'
import { greet } from './terminal/greeting.ts'
import { CannotStart, listenSomewhere } from './terminal/listenSomewhere.ts'
import { hasDesktop, openBrowser } from './terminal/openBrowser.ts'
import { fill, wordsOf, type Words } from './terminal/words.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** The clock of twenty-four hours in every language, as the agenda has it. */
const momentText = (at: number, locale: Locale): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(at)
const complain = (line: string): void => void process.stderr.write(`\n  ${line}\n\n`)

// Who closed the terminal is told nothing more; that a word can't be written there must end neither the class nor its saving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

/** Built, this file is dist/server/main.js, beside dist/client; under `npm run dev` it is server/main.ts. */
const clientFolder = fileURLToPath(new URL(import.meta.url.endsWith('/dist/server/main.js') ? '../client' : '../dist/client', import.meta.url))

function openLog(config: Config, words: Words): { readonly log: Log; readonly file: string } {
  const file = join(config.dataFolder, 'logs', 'ketu.log')
  try {
    mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
    const heard = (level: 'warn' | 'error', event: string): void => {
      if (event === 'disk.failing') complain(words.diskFailing)
      else if (event === 'disk.low') complain(words.diskLow)
      else if (level === 'error') complain(fill(words.seeLog, { event, file }))
    }
    return { log: createLog({ file, level: config.logLevel, heard }), file }
  } catch (error) {
    throw new CannotStart(fill(words.cannotWrite, { folder: config.dataFolder, why: error instanceof Error ? error.message : String(error) }))
  }
}

async function openStorage(config: Config, log: Log, words: Words): Promise<Storage> {
  try {
    return await openSqlite({ file: join(config.dataFolder, 'ketu.db'), log })
  } catch (error) {
    const folder = config.dataFolder
    const why = error instanceof Error ? error.message : String(error)
    if (error instanceof AlreadyRunning) throw new CannotStart(fill(words.alreadyRunning, { folder }))
    if (error instanceof NewerFile) throw new CannotStart(fill(words.newerFile, { folder }))
    if (error instanceof NoDriver) throw new CannotStart(fill(words.noDriver, { version: process.versions.node, why }))
    throw new CannotStart(fill(words.cannotWrite, { folder, why }))
  }
}

/** From here on a signal saves and stops, and an error that nobody caught is written down before the process ends. */
function guardProcess(app: App, log: Log, logFile: string, words: Words): void {
  let stopping = false
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    say(`\n  ${words.saving}`)
    try {
      if (!(await app.close())) throw new Error('the disk refused to the last')
      say(`  ${words.saved}\n`)
      log.info('server.stopped')
    } catch (error) {
      log.error('server.stop-failed', { error })
      complain(words.saveFailed)
      process.exitCode = 1
    }
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  const crash = (error: unknown): void => {
    log.error('server.crashed', { error })
    complain(fill(words.crashed, { file: logFile }))
    process.exit(1)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}

async function start(config: Config): Promise<void> {
  const words = wordsOf(config.locale)
  const { log, file: logFile } = openLog(config, words)
  const storage = await openStorage(config, log, words)
  const app = await createApp({
    storage, log, clientFolder,
    bus: createLocalBus(),
    clock: systemClock,
    network: systemNetwork,
    disk: diskOf(config.dataFolder),
    computer: { platform: process.platform, program: process.execPath },
    hostNames: config.hostNames,
    locale: config.locale,
    metricsToken: config.metricsToken,
    fileSizes: () => fileSizes(config.dataFolder),
  })
  guardProcess(app, log, logFile, words)
  const port = await listenSomewhere(app, config, words, (line) => say(`\n  ${line}`), !config.isStartedAgain).catch(async (error: unknown) => {
    await app.close()
    throw error
  })
  /** Null on a full disk: the class goes on, and the trainer's browser knows who it is from before. */
  const trainerUrl = (): Promise<string | null> => app.access.createLink().then(({ key }) => `http://localhost:${port}/trainer#key=${key}`, (error: unknown) => {
    log.error('server.link-failed', { error })
    return null
  })
  const { addresses, joinUrl } = app.addresses.view(null, '/')
  const restoredFrom = storage.restored?.fromMinute ?? null
  const isTerminal = process.stdin.isTTY
  const first = await trainerUrl()
  // To who starts us again when we break, see `keepRunning`.
  if (process.connected) process.send?.({ port })
  log.info('server.ready', { port, classes: app.classes.list().length, node: process.version })
  say(greet({
    trainerUrl: first,
    joinUrl: addresses.length === 0 ? null : joinUrl,
    dataFolder: config.dataFolder,
    warnings: [
      ...(config.dataWarning ? [words.dataWarning[config.dataWarning]] : []),
      ...(storage.restored ? [restoredFrom === null ? words.restoredEmpty : fill(words.restored, { when: momentText(restoredFrom, config.locale) })] : []),
    ],
    isTerminal,
  }, words))
  if (config.opensBrowser && hasDesktop(process.platform, process.env)) openBrowser((await trainerUrl()) ?? `http://localhost:${port}/trainer`, process.platform)
  if (!isTerminal) return
  createInterface({ input: process.stdin }).on('line', () => {
    void trainerUrl().then((url) => (url === null ? complain(words.noLink) : say(`  ${words.freshLink}\n  ${url}\n`)))
  })
}

try {
  await start(readConfig({ env: process.env, argv: process.argv.slice(2), platform: process.platform }))
} catch (error) {
  const expected = error instanceof WrongSetting || error instanceof CannotStart
  complain(expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(expected ? 2 : 1)
}
