import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'

const program = fileURLToPath(new URL('./killableServer.main.ts', import.meta.url))

/** The sync server in a process of its own, which a test can kill. Document `g1` is there. */
export async function startKillableServer(file: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await until(() => said.includes('\n') || child.exitCode !== null, 'the server process', 20_000)
  return {
    url: said.trim(),
    async kill() {
      child.kill('SIGKILL')
      await until(() => child.signalCode !== null || child.exitCode !== null, 'its end')
    },
  }
}
