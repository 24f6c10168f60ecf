import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { createFileThread, defaultThreadLimits } from '../../../server/files/fileThread.ts'
import { silentLog } from '../../../server/log.ts'
import type { IntakeTable } from '../../../shared/intake/table.ts'
import { TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import type { Reply } from '../../../shared/protocol/reply.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { makeWorkbook, pack, sheetXml, workbookParts } from '../../support/workbookMaker.ts'

const start = stopAfterEach()
// The thread that reads files starts from its sources here.
vi.setConfig({ testTimeout: 60_000 })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function upload(url: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>): Promise<{ status: number; reply: Reply<IntakeTable> }> {
  const response = await fetch(`${url}/api/intake/table`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: new Blob([Uint8Array.from(bytes)]) })
  return { status: response.status, reply: (await response.json()) as Reply<IntakeTable> }
}
async function roomWithAda() {
  const { server, room } = await start.classroom({}, 1)
  const ada = await room.seat('Ada')
  const own = { authorization: `Bearer ${ada.admission.token}` }
  return { server, room, ada, own, bring: (bytes: Uint8Array) => upload(server.url, bytes, own) }
}
/** As `zipSync` makes it, with another size declared for what is inside. */
function lyingZip(name: string, content: Uint8Array, declared: number): Uint8Array {
  const zip = zipSync({ [name]: content })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, declared, true)
  return zip
}

describe('bringing a file', () => {
  it('a participant’s table comes back as text', async () => {
    const { bring } = await roomWithAda()
    const book = await bring(makeWorkbook([{ name: '客户', rows: [['客户', '收入'], ['北方泵业', 120]] }]))
    expect(book).toMatchObject({ status: 200, reply: { ok: true, value: { kind: 'xlsx', sheets: [{ rows: [['客户', '收入'], ['北方泵业', '120']] }] } } })
    const text = await bring(utf8('客户\n=cmd\n'))
    expect(text.reply).toMatchObject({ ok: true, value: { kind: 'csv', sheets: [{ rows: [['客户'], ['=cmd']] }] } })
  })

  it('only the people of the class may: not without a token, not with a projector’s, not after being removed', async () => {
    const { server, room, ada, own } = await roomWithAda()
    const file = utf8('a,b')
    expect(await upload(server.url, file, {})).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
    expect(await upload(server.url, file, { authorization: `Bearer ${await room.api.projectorToken(room.classId)}` })).toMatchObject({ status: 403 })
    // The trainer's cookie alone is what a page of another site could send.
    expect(await upload(server.url, file, { cookie: room.api.cookie })).toMatchObject({ status: 403 })
    expect(await upload(server.url, file, { cookie: room.api.cookie, [TRAINER_HEADER]: '1' })).toMatchObject({ status: 200 })
    await room.does('participant:remove', { participantId: ada.admission.participantId })
    expect(await upload(server.url, file, own)).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
  })

  it('P5.8: what can’t be read is refused by what it is, and the class goes on', async () => {
    const { bring, room } = await roomWithAda()
    const book = makeWorkbook([{ name: '客户', rows: [['客户'], ['北方泵业']] }])
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
    const files: Readonly<Record<string, readonly [Uint8Array, string]>> = {
      'an empty file': [new Uint8Array(0), 'file-empty'],
      'a text without anything in it': [utf8('\ufeff\n , ,\n'), 'file-empty'],
      'a workbook that breaks off': [book.slice(0, book.length - 40), 'file-damaged'],
      'a workbook with a spoilt part': [pack({ ...workbookParts([{ name: 'A', rows: [['x']] }]), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>x' }), 'file-damaged'],
      'entities that define themselves': [pack({ ...workbookParts([{ name: 'A', rows: [['x']] }]), 'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>' }), 'file-damaged'],
      'a picture': [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), 'file-kind'],
      'a PDF': [Uint8Array.from([...utf8('%PDF-1.7\n'), 0xe2, 0xe3, 0xcf, 0xd3, 0, 1, 2]), 'file-kind'],
      'a page': [utf8('<html><table><tr><td>北方泵业</td></tr></table></html>'), 'file-kind'],
      'a letter of Word': [zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }), 'file-kind'],
      'some zip': [zipSync({ 'a.txt': strToU8('hello') }), 'file-kind'],
      'an .xls': [compound, 'file-old-excel'],
      'an .xlsb': [zipSync({ 'xl/workbook.bin': new Uint8Array(9) }), 'file-old-excel'],
      'a workbook with a password': [Uint8Array.from([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'file-encrypted'],
    }
    for (const [what, [bytes, reason]] of Object.entries(files)) {
      const { status, reply } = await bring(bytes)
      expect(reply, what).toMatchObject({ ok: false, reason })
      expect(status, what).toBeLessThan(500)
    }
    await room.does('message:send', { to: { kind: 'class' }, text: '继续' })
  })

  it('P5.8: bombs unpack to nothing: by size, by ratio, by a size that lies, by a text named everywhere, by a flood of bytes', async () => {
    const { bring, room } = await roomWithAda()
    const parts = workbookParts([{ name: 'A', rows: [['x']] }])
    const sheet = 'xl/worksheets/sheet1.xml'
    const zeros = pack({ ...parts, [sheet]: new Uint8Array(21_000_000) })
    expect(zeros.length).toBeLessThan(100_000)
    const regular = pack({ ...parts, [sheet]: `<worksheet>${' '.repeat(2_000_000)}</worksheet>` })
    const everywhere = workbookParts([{ name: 'A', rows: [] }], ['很长的一句话'.repeat(80)])
    everywhere[sheet] = sheetXml(Array.from({ length: 1_000 }, () => Array.from({ length: 100 }, () => ({ shared: 0 }))))
    const bombs = { zeros, regular, everywhere: pack(everywhere), flood: new Uint8Array(2_000_001).fill(65) }
    for (const [what, bytes] of Object.entries(bombs)) expect((await bring(bytes)).reply, what).toMatchObject({ ok: false, reason: 'file-too-large' })
    // Declared small: it gets that much room and no more, and is then no whole part.
    const lying = lyingZip('xl/workbook.xml', new Uint8Array(3_000_000).fill(60), 1_000)
    expect((await bring(lying)).reply).toMatchObject({ ok: false, reason: 'file-damaged' })
    await room.does('message:send', { to: { kind: 'class' }, text: '继续' })
  })

  it('P5.11: who brings file after file is slowed down, and nobody else is', async () => {
    const { server, room, bring } = await roomWithAda()
    const ben = await room.seat('Ben')
    const replies = []
    for (let file = 0; file < 21; file++) replies.push((await bring(new Uint8Array(0))).reply)
    expect(replies.at(-2)).toMatchObject({ reason: 'file-empty' })
    expect(replies.at(-1)).toMatchObject({ reason: 'too-fast' })
    expect((await upload(server.url, utf8('a'), { authorization: `Bearer ${ben.admission.token}` })).status).toBe(200)
  })
})

describe('the thread that reads files', () => {
  const book = makeWorkbook([{ name: 'A', rows: [['x']] }])

  it('is ended when it takes too long, and the next file is read', async () => {
    const hasty = createFileThread(silentLog, { ...defaultThreadLimits, timeMs: 1 })
    await expect(hasty.readTable(book)).rejects.toMatchObject({ reason: 'file-too-large' })
    const patient = createFileThread(silentLog)
    expect((await patient.readTable(book)).sheets).toHaveLength(1)
  })

  it('takes one file after the other, and refuses when too many wait', async () => {
    const thread = createFileThread(silentLog, { ...defaultThreadLimits, waiting: 2 })
    const [one, two, three] = await Promise.allSettled([thread.readTable(book), thread.readTable(book), thread.readTable(book)])
    expect([one?.status, two?.status, three?.status]).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(three).toMatchObject({ reason: { reason: 'too-fast' } })
  })
})
