import type { CheckedDevice } from '../../../../shared/preflight/report.ts'
import type { TrainerView } from '../../../../shared/protocol/views.ts'

/** In the order in which a trainer can do something about them. */
export const preflightKeys = ['projector', 'sound', 'disk', 'address', 'reached', 'firewall', 'isolation', 'lines', 'storage', 'stays', 'wechat', 'clock'] as const
export type PreflightKey = (typeof preflightKeys)[number]

/** 'waiting': nothing was observed yet. Only what really was seen to work is 'ok'. */
export interface PreflightLine {
  readonly key: PreflightKey
  readonly state: 'ok' | 'waiting' | 'bad'
  /** What was seen, in figures; '' where the words say all. */
  readonly detail: string
}

const ENOUGH_MB = 1_000
const MB_PER_GB = 1_000
const spaceText = (mb: number): string => (mb >= 10 * MB_PER_GB ? `${Math.round(mb / MB_PER_GB)} GB` : `${mb} MB`)
/** A Wi-Fi that a phone leaves because it has no internet is left within the first minute. */
const STAYS_MS = 60_000
const CLOCK_OFF_MS = 120_000

type State = PreflightLine['state']
const of = (isOk: boolean, isBad = false): State => (isOk ? 'ok' : isBad ? 'bad' : 'waiting')

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

function addressLine({ addresses, joinUrl }: TrainerView): Omit<PreflightLine, 'key'> {
  const used = addresses.find(({ url }) => url === joinUrl)
  // A phone came by another one than the code shows.
  const other = addresses.find(({ arrived, url }) => arrived && url !== joinUrl)
  return { state: of(used?.arrived ?? false, other !== undefined), detail: used?.arrived ? used.address : (other?.address ?? used?.address ?? '') }
}

function staysLine(devices: readonly CheckedDevice[]): Omit<PreflightLine, 'key'> {
  const longest = Math.max(0, ...devices.map(({ firstAt, lastAt }) => lastAt - firstAt))
  const [newest] = devices
  return { state: of(longest >= STAYS_MS, newest?.isSilent ?? false), detail: longest > 0 ? String(Math.round(longest / 1_000)) : '' }
}

function clockLine(devices: readonly CheckedDevice[]): Omit<PreflightLine, 'key'> {
  const off = median(devices.flatMap(({ clockOffMs }) => clockOffMs ?? []))
  if (off === null) return { state: 'waiting', detail: '' }
  const minutes = Math.round(Math.abs(off) / 60_000)
  return { state: of(Math.abs(off) <= CLOCK_OFF_MS, true), detail: minutes === 0 ? '' : String(minutes) }
}

/** The worst of what several devices say: one that fails is a case to look at. */
function worst(devices: readonly CheckedDevice[], outcomes: (device: CheckedDevice) => readonly CheckedDevice['sync'][]): State {
  const all = devices.map(outcomes)
  return of(all.some((some) => some.every((one) => one === 'ok')), all[0]?.includes('failed'))
}

export function preflightLines(view: TrainerView): readonly PreflightLine[] {
  const { devices, freeMb } = view.preflight
  const isReached = view.firstOutsideAt !== null
  const wechat = devices.filter(({ browser }) => browser === 'wechat')
  const latency = devices.flatMap(({ latencyMs }) => latencyMs ?? [])[0]
  const lines: Readonly<Record<PreflightKey, Omit<PreflightLine, 'key'>>> = {
    projector: { state: of(view.projectorsOnline > 0), detail: '' },
    sound: { state: of(view.projectorSound === 'on', view.projectorSound === 'none'), detail: '' },
    disk: { state: freeMb === null ? 'waiting' : of(freeMb >= ENOUGH_MB, true), detail: freeMb === null ? '' : spaceText(freeMb) },
    address: addressLine(view),
    reached: { state: of(isReached), detail: '' },
    firewall: { state: of(isReached), detail: '' },
    isolation: { state: of(isReached), detail: '' },
    lines: { state: worst(devices, ({ control, sync }) => [control, sync]), detail: latency === undefined ? '' : String(latency) },
    storage: { state: worst(devices, ({ storage }) => [storage]), detail: '' },
    stays: staysLine(devices),
    wechat: { state: worst(wechat, ({ control, sync }) => [control, sync]), detail: '' },
    clock: clockLine(devices),
  }
  return preflightKeys.map((key) => ({ key, ...lines[key] }))
}
