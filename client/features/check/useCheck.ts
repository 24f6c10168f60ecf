import { nanoid } from 'nanoid'
import { onScopeDispose, readonly, ref } from 'vue'
import { type CheckReport, REPORT_MS } from '../../../shared/preflight/report.ts'
import { http } from '../../api/http.ts'
import type { Line } from './lines.ts'
import { browserOf, networkOf, systemOf, tryControl, tryStorage, trySync } from './tests.ts'

/** Runs the tests once, tells the laptop how they go, and goes on telling that it is there. */
export function useCheck(code: string) {
  const report = ref<CheckReport>({
    id: nanoid().toLowerCase().replace(/[^a-z0-9]/g, '0'),
    system: systemOf(navigator.userAgent), browser: browserOf(navigator.userAgent), network: networkOf(navigator),
    control: 'waiting', sync: 'waiting', storage: 'waiting', latencyMs: null, clockOffMs: null,
  })
  const line = ref<Line>('waiting')

  async function tell(): Promise<void> {
    const sentAt = performance.now()
    const told = await http.check(code, report.value)
    const tookMs = Math.round(performance.now() - sentAt)
    line.value = told.ok ? 'ok' : told.reason === 'wrong-code' ? 'wrong-code' : 'offline'
    if (!told.ok) return
    const latencyMs = Math.min(tookMs, report.value.latencyMs ?? tookMs)
    report.value = { ...report.value, latencyMs, network: networkOf(navigator), clockOffMs: Math.round(Date.now() - (told.value.serverNow + tookMs / 2)) }
  }
  async function run<K extends 'control' | 'sync' | 'storage'>(key: K, test: () => Promise<'ok' | 'failed'>): Promise<void> {
    const result = await test()
    report.value = { ...report.value, [key]: result }
    void tell()
  }
  async function runAll(): Promise<void> {
    await tell()
    await Promise.all([run('control', tryControl), run('sync', trySync), run('storage', tryStorage)])
  }
  void runAll()
  const beats = setInterval(() => void tell(), REPORT_MS)
  onScopeDispose(() => clearInterval(beats))
  return { report: readonly(report), line: readonly(line) }
}
