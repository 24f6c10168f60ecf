import { describe, expect, it } from 'vitest'
import { awakeCommand } from '../../../client/features/console/preflight/awakeCommand.ts'
import { firewallCommands } from '../../../client/features/console/preflight/firewallCommands.ts'
import { preflightLines, type PreflightKey, type PreflightLine } from '../../../client/features/console/preflight/preflightLines.ts'
import type { CheckedDevice } from '../../../shared/preflight/report.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { buildTrainerView } from './makers.ts'

const device = (change: Partial<CheckedDevice> = {}): CheckedDevice => ({
  id: 'phone-0001', system: 'android', browser: 'wechat', control: 'ok', sync: 'ok', storage: 'ok', latencyMs: 9, clockOffMs: 500, network: 'unknown', address: '192.168.1.5', firstAt: 0, lastAt: 61_000, isSilent: false, ...change,
})
const address = (change: Partial<TrainerView['addresses'][number]> = {}) => ({ address: '192.168.1.5', url: 'http://192.168.1.5:8420/j/123456', interfaceName: 'wlan0', arrived: true, chosen: true, ...change })
const seen = (change: Partial<TrainerView> = {}, ...devices: CheckedDevice[]): Readonly<Record<PreflightKey, PreflightLine>> => {
  const view = buildTrainerView({ joinUrl: 'http://192.168.1.5:8420/j/123456', addresses: [address()], firstOutsideAt: 1, projectorsOnline: 1, projectorSound: 'on', preflight: { devices, computer: { platform: 'linux', program: 'node', port: 8420 }, freeMb: 20_000 }, ...change })
  return Object.fromEntries(preflightLines(view).map((line) => [line.key, line])) as Readonly<Record<PreflightKey, PreflightLine>>
}

describe('pre-flight', () => {
  it('all is green when all was seen to work', () => {
    expect(Object.values(seen({}, device())).filter(({ state }) => state !== 'ok')).toEqual([])
  })
  it('P4.7: nothing is green that nobody has seen: a Wi-Fi that keeps devices apart looks like no phone at all', () => {
    const lines = seen({ addresses: [address({ arrived: false })], firstOutsideAt: null, projectorsOnline: 0, projectorSound: null })
    expect(Object.values(lines).filter(({ state }) => state === 'ok').map(({ key }) => key)).toEqual(['disk'])
  })
  it('a phone that came by another address than the code shows is a case to look at', () => {
    const lines = seen({ addresses: [address({ arrived: false }), address({ address: '10.0.0.2', url: 'http://10.0.0.2:8420/j/123456' })] }, device())
    expect(lines.address).toMatchObject({ state: 'bad', detail: '10.0.0.2' })
  })
  it('a phone that falls silent within the minute has left the Wi-Fi', () => {
    expect(seen({}, device({ lastAt: 20_000, isSilent: true })).stays.state).toBe('bad')
    expect(seen({}, device({ lastAt: 20_000 })).stays.state).toBe('waiting')
    expect(seen({}, device({ isSilent: true })).stays.state).toBe('ok')
  })
  it('lines that fail, a clock that is off and a disk without room are told', () => {
    const lines = seen({ projectorSound: 'none' }, device({ sync: 'failed', storage: 'failed', clockOffMs: -7 * 60_000 }))
    expect([lines.lines.state, lines.storage.state, lines.clock, lines.sound.state]).toMatchObject(['bad', 'bad', { state: 'bad', detail: '7' }, 'bad'])
    expect(seen({ preflight: { devices: [], computer: { platform: '', program: '', port: 1 }, freeMb: 300 } }).disk.state).toBe('bad')
  })
  it('WeChat is green only when it was WeChat', () => {
    expect(seen({}, device({ browser: 'chrome' })).wechat.state).toBe('waiting')
  })
})

it('P4.9: the firewall’s commands name port and program, in the system’s own way', () => {
  const windows = firewallCommands({ platform: 'win32', program: "C:\\Bob's\\node.exe", port: 8421 })
  expect(windows[0]).toContain("-Program 'C:\\Bob''s\\node.exe'")
  expect(windows[1]).toContain('localport=8421 program="C:\\Bob\'s\\node.exe"')
  expect(firewallCommands({ platform: 'darwin', program: "/Users/bob's/node", port: 1 })[0]).toContain("'/Users/bob'\\''s/node'")
  expect(firewallCommands({ platform: 'linux', program: 'node', port: 8420 })[0]).toBe('sudo ufw allow 8420/tcp')
})
it('P7.3: what keeps the laptop awake is told in its own way', () => {
  expect(['win32', 'darwin', 'linux'].map((platform) => awakeCommand({ platform }).split(' ')[0])).toEqual(['powercfg', 'caffeinate', 'systemd-inhibit'])
})
