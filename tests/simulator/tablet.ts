import { customAlphabet } from 'nanoid'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addCustomers, moveCustomer, setFigure, setGrade } from '../../shared/customer/document.ts'
import type { Grade } from '../../shared/customer/model.ts'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { prepareDocument, readGroupWork } from '../../shared/groupwork/document.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { addDecision, decisionText, type NewDecision, setDecision } from '../../shared/map/decisions.ts'
import { reasonText, setSettings, setVerdict } from '../../shared/map/document.ts'
import type { MapSettings, Verdict } from '../../shared/map/model.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import type { LibraryFactor } from '../../shared/scale/libraryModel.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { addFactor, factorRow, factorText, setFactorCell, setWeights } from '../../shared/scale/document.ts'
import type { Axis } from '../../shared/scale/model.ts'
import { type ControlLine, join, openControl, tokenAuth } from './api.ts'
import type { Pace } from './pace.ts'

/** What three characters take a person, and what at least lies between two messages of a device. */
const STROKE_MS = 500
const LEAST_PAUSE_MS = 50

export const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 16)

/** A simulated participant: a real Yjs connection and a real control connection over the network. */
export interface Tablet {
  readonly participantId: string
  readonly name: string
  readonly token: string
  readonly doc: Y.Doc
  readonly control: ControlLine<ParticipantView>
  work(): GroupWork
  /** Resolves when the document came from the server. */
  ready(): Promise<void>
  borrowFactor(axis: Axis, factor: LibraryFactor, locale: Locale): Promise<string>
  typeFactor(axis: Axis, name: string): Promise<string>
  weigh(axis: Axis, weights: ReadonlyMap<string, number>): void
  addCustomer(name: string): Promise<string>
  grade(customerId: string, factorId: string, grade: Grade): void
  figure(customerId: string, figure: 'effort' | 'revenue', value: number): void
  rank(customerId: string, place: number): void
  settings(change: Partial<MapSettings>): void
  /** Writes as a tap does. */
  write(change: (doc: Y.Doc, origin: LocalOrigin) => void): void
  /** Types into a text; `field` is where the others see this person. */
  type(text: Y.Text | undefined, words: string, field: string): Promise<void>
  /** Says what this person has to say on a topic, as their own device does. */
  answer(topic: string, value: object): Promise<void>
  judge(findingKey: string, verdict: Verdict, reason: string): Promise<void>
  decide(decision: Omit<NewDecision, 'id'>, words: { readonly reason: string; readonly who: string; readonly due: string }): Promise<void>
  /** The Wi-Fi is gone for this tablet; it goes on editing offline. */
  drop(): void
  comeBack(): void
  leave(): void
}

export interface TabletOptions {
  readonly baseUrl: string
  readonly code: string
  readonly name: string
  readonly groupId: string
  readonly pace: Pace
}

export async function joinWithTablet({ baseUrl, code, name, groupId, pace }: TabletOptions): Promise<Tablet> {
  const { token, participantId } = await join(baseUrl, { code, name, groupId })
  const doc = new Y.Doc()
  prepareDocument(doc)
  const origin = new LocalOrigin(participantId)
  const provider = new WebsocketProvider(`${baseUrl.replace(/^http/, 'ws')}/sync`, groupId, doc, {
    params: { token }, disableBc: true, WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  const control = openControl<ParticipantView>(baseUrl, tokenAuth('participant', token))

  /** Types as a person does: a few characters at a time, with the caret's field shown to the others. */
  async function type(text: Y.Text | undefined, words: string, field: string): Promise<void> {
    if (!text) return
    if (pace.instant) return doc.transact(() => text.insert(text.length, words), origin)
    provider.awareness.setLocalStateField('participantId', participantId)
    provider.awareness.setLocalStateField('field', field)
    const characters = Array.from(words)
    // However fast the day runs, a device sends no more often than hands could: then each piece is a longer one.
    const strokes = Math.max(1, Math.ceil((pace.speed * LEAST_PAUSE_MS) / STROKE_MS))
    for (let done = 0; done < characters.length && !pace.stopped; done += 3 * strokes) {
      const piece = characters.slice(done, done + 3 * strokes).join('')
      doc.transact(() => text.insert(text.length, piece), origin)
      await pace.spend(strokes * (STROKE_MS + 300 * (pace.random() - 0.5)))
    }
  }

  return {
    participantId, name, token, doc, control, type,
    write: (change) => change(doc, origin),
    work: () => readGroupWork(doc),
    ready: () => new Promise((resolve) => {
      if (provider.synced) resolve()
      else provider.once('sync', () => resolve())
    }),
    async borrowFactor(axis, factor, locale) {
      const id = newId()
      addFactor(doc, axis, readGroupWork(doc).scales[axis], { id, library: { factor, locale } }, origin)
      await pace.spend(4_000 + 4_000 * pace.random())
      return id
    },
    async typeFactor(axis, name) {
      const id = newId()
      addFactor(doc, axis, readGroupWork(doc).scales[axis], { id }, origin)
      const row = factorRow(doc, axis, id)
      if (row) await type(factorText(row, 'name'), name, `factor:${id}:name`)
      setFactorCell(doc, axis, id, { cell: 'levels', value: 4 }, origin)
      return id
    },
    weigh: (axis, weights) => setWeights(doc, axis, weights, origin),
    async addCustomer(customer) {
      const id = newId()
      addCustomers(doc, readGroupWork(doc).customers, [{ id, name: customer }], origin)
      await pace.spend(2_500 + 2_000 * pace.random())
      return id
    },
    grade: (customerId, factorId, grade) => setGrade(doc, customerId, factorId, grade, origin),
    figure: (customerId, figure, value) => setFigure(doc, customerId, figure, value, origin),
    rank: (customerId, place) => moveCustomer(doc, readGroupWork(doc).customers, customerId, place, 'gutOrder', origin),
    settings: (change) => setSettings(doc, change, origin),
    async answer(topic, value) {
      const reply = await control.send('answer:give', { topic, value: JSON.parse(JSON.stringify(value)) })
      if (!reply.ok) throw new Error(`${topic} was refused: ${reply.reason}`)
    },
    async judge(findingKey, verdict, reason) {
      setVerdict(doc, findingKey, verdict, origin)
      await type(reasonText(doc, findingKey), reason, `reason:${findingKey}`)
    },
    async decide(decision, { reason, who, due }) {
      const id = newId()
      addDecision(doc, readGroupWork(doc).parts.decisions, { id, ...decision }, origin)
      await type(decisionText(doc, id, 'reason'), reason, `map/decision/${id}/reason`)
      await type(decisionText(doc, id, 'who'), who, `map/decision/${id}/who`)
      setDecision(doc, id, { due }, origin)
    },
    drop() {
      provider.disconnect()
      control.socket.disconnect()
    },
    comeBack() {
      provider.connect()
      control.socket.connect()
    },
    leave() {
      provider.destroy()
      control.close()
      doc.destroy()
    },
  }
}
