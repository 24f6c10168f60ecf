import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { bundled } from './bundled.ts'
import { until } from './until.ts'

/**
 * One device that writes twenty times a second and one that reads it, in a process of their own: what a test does
 * meanwhile in its own process shows in their figures only as far as the server lets it.
 */
export async function startPulse(parts: { readonly url: string; readonly documentId: string; readonly tokens: readonly [writer: string, reader: string] }) {
  const child = spawn(process.execPath, [await bundled('tests/support/pulse.main.ts'), parts.url, parts.documentId, ...parts.tokens], { stdio: ['ignore', 'pipe', 'inherit'] })
  /** How long each beat took from the one device to the other, ms, in order. */
  const beats: number[] = []
  createInterface({ input: child.stdout }).on('line', (line) => beats.push(Number(line)))
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  const more = (count: number): Promise<unknown> => {
    const wanted = beats.length + count
    return until(() => beats.length >= wanted || !isAlive(), `${count} beats`, 20_000)
  }
  await more(20)
  return {
    beats, more, isAlive,
    async stop() {
      child.kill()
      await until(() => !isAlive(), 'its end')
    },
  }
}
export type Pulse = Awaited<ReturnType<typeof startPulse>>

/** The value below which 99 of 100 lie. */
export const p99 = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1] ?? 0
