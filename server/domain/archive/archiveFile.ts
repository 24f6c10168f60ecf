import { createHash } from 'node:crypto'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { checkpointReasons } from '../../../shared/checkpoint/model.ts'
import { Id } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { allGroups } from '../class/groups.ts'
import { openZip } from '../intake/zip.ts'
import { checkDocument, checkHeld } from './checkDocument.ts'
import { ARCHIVE_FORMAT, archiveLimit, type ClassArchive } from './ClassArchive.ts'
import { parseState } from './stateFile.ts'

/*
 * The file: a zip. `ketu.json` says what it is and names every other entry with its length and hash; `class.json`,
 * `documents.json`, `checkpoints.json` and `answers.json` hold what is JSON; Yjs updates lie beside them as they are.
 */
const MANIFEST = 'ketu.json'
const KIND = 'class-archive'
const zipLimits = { bytes: archiveLimit.unpackedBytes, ratio: 2_000, entries: 5_000 }

const Instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const Manifest = z.object({ ketu: z.literal(KIND), format: z.number().int(), madeAt: Instant, entries: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string() })) })
const Documents = z.array(z.object({ id: Id, editedAt: Instant.nullable(), entry: z.string(), held: z.array(z.object({ participantId: Id.nullable(), at: Instant, entry: z.string() })).max(50_000) })).max(50)
const Counts = z.object({ factors: z.number(), customers: z.number(), grades: z.number() })
const Checkpoints = z.array(z.object({ id: Id, documentId: Id, at: Instant, reason: z.enum(checkpointReasons), itemId: Id.nullable(), counts: Counts, entry: z.string() })).max(5_000)
const Answers = z.array(z.object({ classId: Id, topic: z.string().max(160), participantId: Id, at: Instant, value: z.json() })).max(200_000)

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const jsonBytes = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))

/** Takes a while for a large class: run it in a thread (server/files). */
export function packArchive({ madeAt, state, documents, checkpoints, answers }: ClassArchive): Uint8Array {
  const entries = new Map<string, Uint8Array>()
  const put = (entry: string, bytes: Uint8Array): string => {
    entries.set(entry, bytes)
    return entry
  }
  put('class.json', jsonBytes(state))
  put('documents.json', jsonBytes(documents.map(({ id, editedAt, update, held }) => ({
    id, editedAt,
    entry: put(`documents/${id}.yjs`, update),
    held: held.map(({ participantId, at, update: one }, place) => ({ participantId, at, entry: put(`held/${id}-${place}.yjs`, one) })),
  }))))
  put('checkpoints.json', jsonBytes(checkpoints.map(({ update, ...about }, place) => ({ ...about, entry: put(`checkpoints/${place}.yjs`, update) }))))
  put('answers.json', jsonBytes(answers))
  const manifest = { ketu: KIND, format: ARCHIVE_FORMAT, madeAt, entries: Object.fromEntries([...entries].map(([entry, bytes]) => [entry, { bytes: bytes.length, sha256: hashOf(bytes) }])) }
  return zipSync({ [MANIFEST]: jsonBytes(manifest), ...Object.fromEntries(entries) }, { level: 6 })
}

/**
 * Reads an archive whole, or refuses it whole. Every document in it has been opened once when it returns.
 * @throws Refusal 'archive-foreign' | 'archive-newer' | 'file-damaged' | 'file-too-large'
 */
export function unpackArchive(bytes: Uint8Array): ClassArchive {
  if (bytes.length > archiveLimit.fileBytes) throw new Refusal('file-too-large', 'the archive is too large')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('archive-foreign', 'no zip')
  const zip = openZip(bytes, zipLimits)
  const manifest = readManifest(zip.read([MANIFEST]).get(MANIFEST))
  const contents = zip.read(Object.keys(manifest.entries))
  const entry = (name: string): Uint8Array => {
    const [content, wanted] = [contents.get(name), manifest.entries[name]]
    if (!content || !wanted || content.length !== wanted.bytes || hashOf(content) !== wanted.sha256) throw new Refusal('file-damaged', `${name} is not what it was`)
    return content
  }
  const json = <T>(name: string, schema: z.ZodType<T>): T => parsed(schema, strFromU8(entry(name)))
  const state = parseState(parsedJson(strFromU8(entry('class.json'))))
  const documents = json('documents.json', Documents).map(({ id, editedAt, entry: at, held }) => ({
    id, editedAt, update: checkDocument(entry(at)), held: held.map((one) => ({ participantId: one.participantId, at: one.at, update: checkHeld(entry(one.entry)) })),
  }))
  const missing = allGroups(state).filter((group) => !documents.some(({ id }) => id === group.id))
  if (missing.length > 0) throw new Refusal('file-damaged', 'a group without its document')
  return {
    madeAt: manifest.madeAt, state, documents,
    checkpoints: json('checkpoints.json', Checkpoints).map(({ entry: at, ...about }) => ({ ...about, update: checkDocument(entry(at)) })),
    answers: json('answers.json', Answers),
  }
}

function readManifest(bytes: Uint8Array | undefined): z.output<typeof Manifest> {
  if (!bytes) throw new Refusal('archive-foreign', 'a zip, but no archive')
  const manifest = Manifest.safeParse(parsedJson(strFromU8(bytes)))
  if (!manifest.success) throw new Refusal('archive-foreign', 'not what an archive says of itself')
  if (manifest.data.format > ARCHIVE_FORMAT) throw new Refusal('archive-newer', `an archive of format ${manifest.data.format}`)
  return manifest.data
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(parsedJson(text))
  if (!result.success) throw new Refusal('file-damaged', z.prettifyError(result.error))
  return result.data
}
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
