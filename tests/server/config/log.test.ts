import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createLog } from '../../../server/log.ts'

const folder = mkdtempSync(join(tmpdir(), 'ketu-log-'))
const file = join(folder, 'logs', 'ketu.log')
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('P5.12: a line is a line, whatever is in it; names, texts and tokens are not', () => {
  const heard: string[] = []
  const log = createLog({ file, level: 'info', heard: (level, event) => heard.push(`${level} ${event}`) })
  log.info('class.joined', { classId: 'abc', name: '王小明', token: 'secret-token', note: 'a\nb\u001b[31m\u2028c', nested: { key: 'k', cookie: 'c', count: 3 } })
  log.error('http.failed', { error: new Error('could not GET /projector?token=secret-token&x=1#key=another') })
  log.debug('unheard')
  const text = readFileSync(file, 'utf8')
  const lines = text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ msg: 'class.joined', classId: 'abc', name: '…', token: '…', note: 'a\\u000ab\\u001b[31m\\u2028c', nested: { key: '…', cookie: '…', count: 3 } })
  expect(text).not.toMatch(/secret-token|王小明|another/)
  expect(heard).toEqual(['error http.failed'])
})

it('a full file is put aside and a new one begun', () => {
  const log = createLog({ file, level: 'info' })
  for (let count = 0; count < 3_000; count++) log.info('filler', { note: 'x'.repeat(1_900) })
  expect(readFileSync(`${file}.1`, 'utf8').length).toBeGreaterThan(4_000_000)
  expect(readFileSync(file, 'utf8').length).toBeLessThan(2_000_000)
})

it.skipIf(!existsSync('/dev/full'))('P6.4: a full disk takes lines, and nothing else', () => {
  const heard: string[] = []
  const log = createLog({ file: '/dev/full', level: 'info', heard: (level, event) => heard.push(`${level} ${event}`) })
  log.info('class.joined')
  log.error('storage.failing')
  expect(heard).toEqual(['error storage.failing'])
})
