import { describe, expect, it } from 'vitest'
import { dataWarningOf, readConfig, WrongSetting, type Surroundings } from '../../../server/config.ts'

const read = (given: Partial<Surroundings> = {}) => readConfig({ env: {}, argv: [], platform: 'linux', home: '/home/ada', ...given })
const problemOf = (given: Partial<Surroundings>): string => {
  try {
    read(given)
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
    throw error
  }
  throw new Error('it was accepted')
}

describe('settings', () => {
  it('have defaults that need nothing', () => {
    expect(read()).toEqual({
      port: 8420, portIsFixed: false, host: '0.0.0.0', dataFolder: '/home/ada/.local/share/ketu', dataWarning: null, locale: 'zh-CN',
      logLevel: 'info', hostNames: [], metricsToken: null, opensBrowser: true, isStartedAgain: false,
    })
    expect(Object.isFrozen(read())).toBe(true)
  })

  it('come from flags before the environment', () => {
    const config = read({ env: { KETU_PORT: '1', KETU_HOST: '127.0.0.1', KETU_LANG: 'zh', KETU_HOSTS: 'Class.local, room.test', KETU_NO_OPEN: '1' }, argv: ['--port', '9000', '--lang=en', '--data', '/tmp/there'] })
    expect(config).toMatchObject({ port: 9000, portIsFixed: true, host: '127.0.0.1', locale: 'en', dataFolder: '/tmp/there', hostNames: ['class.local', 'room.test'], opensBrowser: false })
    expect(read({ argv: ['--port', 'auto'] })).toMatchObject({ port: 8420, portIsFixed: false })
  })

  it('that are wrong stop the start, named as the person wrote them, in the person\'s language', () => {
    expect(problemOf({ env: { KETU_PORT: '80000' } })).toBe('KETU_PORT: 端口必须是 1–65535 之间的数字，或 auto')
    expect(problemOf({ argv: ['--port', 'abc', '--lang', 'en'] })).toBe('--port: a port is a number from 1 to 65535, or auto')
    expect(problemOf({ env: { LANG: 'en_GB.UTF-8' }, argv: ['--lang', 'fr'] })).toBe('--lang: the language is one of zh-CN, zh-TW, en')
    expect(problemOf({ env: { LANG: 'en_GB.UTF-8' }, argv: ['--prot', '1'] })).toContain('--prot: there is no such option')
    expect(problemOf({ argv: ['--data'], env: { LANG: 'en' } })).toBe('--data: needs a value after it')
    expect(problemOf({ env: { KETU_HOSTS: 'http://x', LANG: 'en' } })).toContain('KETU_HOSTS')
  })

  it('speak the language of the computer where it is one of ours, else Chinese', () => {
    expect(read({ env: { LANG: 'en_US.UTF-8' } }).locale).toBe('en')
    expect(read({ env: { LANG: 'zh_CN.UTF-8' } }).locale).toBe('zh-CN')
    expect(read({ env: { LANG: 'C.UTF-8' } }).locale).toBe('zh-CN')
    for (const tag of ['zh_TW.UTF-8', 'zh-HK', 'zh-Hant', 'zh-TW']) expect(read({ env: { LANG: tag } }).locale, tag).toBe('zh-TW')
    expect(problemOf({ argv: ['--port', 'abc', '--lang', 'zh-TW'] })).toBe('--port: 連接埠必須是 1–65535 之間的數字，或 auto')
  })

  it('P6.3: the data is kept where the system keeps a person\'s data, and a synced or network folder is warned of', () => {
    expect(read({ env: { XDG_DATA_HOME: '/data' } }).dataFolder).toBe('/data/ketu')
    expect(read({ platform: 'darwin' }).dataFolder).toBe('/home/ada/Library/Application Support/Ketu')
    expect(read({ platform: 'win32', env: { LOCALAPPDATA: '/local' } }).dataFolder).toBe('/local/Ketu')
    expect(dataWarningOf('/Users/ada/OneDrive - Firma/ketu')).toBe('synced-folder')
    expect(dataWarningOf('C:\\Users\\ada\\Dropbox\\ketu')).toBe('synced-folder')
    expect(dataWarningOf('\\\\server\\share\\ketu')).toBe('network-folder')
    expect(dataWarningOf('/home/ada/.local/share/ketu')).toBeNull()
  })
})
