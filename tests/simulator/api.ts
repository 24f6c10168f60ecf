import { nanoid } from 'nanoid'
import { io, type Socket } from 'socket.io-client'
import { TRAINER_HEADER } from '../../shared/protocol/http.ts'
import type { Admission, CreateClass, JoinClass, JoinInfo } from '../../shared/protocol/http.ts'
import type { CommandName, CommandPayload, CommandResult } from '../../shared/protocol/commands.ts'
import type { Reply } from '../../shared/protocol/reply.ts'
import type { ControlAuth, View } from '../../shared/protocol/views.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/views.ts'

/** @throws Error with the reason when the server refused. */
async function request<T>(baseUrl: string, method: string, path: string, body?: unknown, cookie?: string): Promise<{ value: T; cookie: string }> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { [TRAINER_HEADER]: '1', ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const reply = (await response.json()) as Reply<T>
  if (!reply.ok) throw new Error(`${method} ${path} was refused: ${reply.reason} (${reply.message})`)
  return { value: reply.value, cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' }
}

export const joinInfo = async (baseUrl: string, code: string): Promise<JoinInfo> => (await request<JoinInfo>(baseUrl, 'GET', `/api/join/${code}`)).value
export const join = async (baseUrl: string, body: JoinClass): Promise<Admission> => (await request<Admission>(baseUrl, 'POST', '/api/join', body)).value

/** The trainer's side of HTTP, signed in with the key of a one-time link. */
export interface TrainerApi {
  readonly cookie: string
  createClass(body: CreateClass): Promise<string>
  projectorToken(classId: string): Promise<string>
  call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>
}

export async function signInTrainer(baseUrl: string, key: string): Promise<TrainerApi> {
  const { cookie } = await request<null>(baseUrl, 'POST', '/api/trainer/exchange', { key })
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => (await request<T>(baseUrl, method, path, body, cookie)).value
  return {
    cookie,
    createClass: async (body) => (await call<{ classId: string }>('POST', '/api/classes', body)).classId,
    projectorToken: async (classId) => (await call<{ token: string }>('POST', `/api/classes/${classId}/projector`)).token,
    call,
  }
}

/** One control connection of any role, as a browser would hold it. */
export interface ControlLine<V extends View = View> {
  readonly socket: Socket
  /** The newest snapshot, or waits for the first. */
  view(): Promise<V>
  /** Resolves with the first snapshot, from now on, for which `holds`; rejects after `withinMs`. */
  until(holds: (view: V) => boolean, withinMs?: number): Promise<V>
  send<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Reply<CommandResult<N>>>
  close(): void
}

export function openControl<V extends View = View>(baseUrl: string, auth: ControlAuth, cookie?: string): ControlLine<V> {
  const socket = io(baseUrl, { auth, transports: ['websocket'], forceNew: true, extraHeaders: cookie ? { cookie } : {}, reconnectionDelay: 200, reconnectionDelayMax: 1_000 })
  let latest: V | undefined
  let clockOffsetMs = 0
  const waiting = new Set<(view: V) => void>()
  socket.on('state', (view: V) => {
    latest = view
    clockOffsetMs = view.serverNow - Date.now()
    for (const listener of [...waiting]) listener(view)
  })
  const until: ControlLine<V>['until'] = (holds, withinMs = 10_000) =>
    new Promise((resolve, reject) => {
      const look = (view: V): void => {
        if (!holds(view)) return
        waiting.delete(look)
        clearTimeout(timer)
        resolve(view)
      }
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`no such snapshot within ${withinMs} ms`))
      }, withinMs)
      waiting.add(look)
      if (latest) look(latest)
    })
  return {
    socket,
    until,
    view: () => until(() => true),
    async send(name, payload) {
      return (await socket.timeout(8_000).emitWithAck(name, { ...payload, commandId: nanoid(), issuedAt: Date.now() + clockOffsetMs })) as Reply<never>
    },
    close: () => void socket.disconnect(),
  }
}

export const trainerAuth = (classId: string): ControlAuth => ({ protocol: PROTOCOL_VERSION, role: 'trainer', classId })
export const tokenAuth = (role: 'participant' | 'projector', token: string): ControlAuth => ({ protocol: PROTOCOL_VERSION, role, token })
