import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundled } from '../support/bundled.ts'
import { until } from '../support/until.ts'

let folder: string
let end: () => void
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketu-terminal-'))
})
afterEach(async () => {
  end()
  await rm(folder, { recursive: true, force: true })
})

it('P2.2: who closes the terminal ends the server as Ctrl-C does: with nobody left to be told, it saves all in one file', async () => {
  const server = spawn(process.execPath, [await bundled('server/main.ts'), '--port', 'auto', '--data', folder, '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] })
  end = () => void server.kill('SIGKILL')
  let printed = ''
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await until(() => printed.includes('#key='), 'the start')
  const ended = once(server, 'exit')
  server.stdout.destroy()
  server.stderr.destroy()
  server.kill('SIGHUP')
  expect(await ended).toEqual([0, null])
  expect((await readdir(folder)).filter((name) => /-(?:wal|edits-[ab])$/.test(name))).toEqual([])
})
