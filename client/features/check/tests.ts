import { io } from 'socket.io-client'
import type { CheckReport } from '../../../shared/preflight/report.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/views.ts'
import { closeCode, SYNC_PATH } from '../../../shared/protocol/sync.ts'

type Result = 'ok' | 'failed'

const LIMIT_MS = 6_000
/** No token of anybody: that it is refused is the proof that it arrived. */
const NOBODY = 'a-phone-that-checks-the-way'

/** Resolves with 'failed' when nothing has happened in time. */
function inTime(work: (resolve: (result: Result) => void) => () => void): Promise<Result> {
  return new Promise((resolve) => {
    const end = (result: Result): void => {
      clearTimeout(timer)
      stop()
      resolve(result)
    }
    const timer = setTimeout(() => end('failed'), LIMIT_MS)
    const stop = work((result) => setTimeout(() => end(result), 0))
  })
}

/** The line of the class, by websocket alone: a proxy that breaks these breaks the class. */
export const tryControl = (): Promise<Result> => inTime((resolve) => {
  const socket = io({ auth: { protocol: PROTOCOL_VERSION, role: 'projector', token: NOBODY }, transports: ['websocket'], reconnection: false, forceNew: true })
  socket.on('connect', () => resolve('ok'))
  socket.on('connect_error', (error: Error & { data?: { reason?: string } }) => resolve(error.data?.reason === 'unauthorized' ? 'ok' : 'failed'))
  return () => void socket.disconnect()
})

/** The line of the documents. */
export const trySync = (): Promise<Result> => inTime((resolve) => {
  const socket = new WebSocket(`ws://${location.host}${SYNC_PATH}check?token=${NOBODY}`)
  socket.onclose = ({ code }) => resolve(code === closeCode.unauthorized || code === closeCode.unknownDocument ? 'ok' : 'failed')
  return () => socket.close()
})

/** Both places in which a copy of the work is kept. */
export const tryStorage = (): Promise<Result> => inTime((resolve) => {
  try {
    localStorage.setItem('ketu.check', '1')
    localStorage.removeItem('ketu.check')
    const request = indexedDB.open('ketu-check', 1)
    request.onsuccess = () => {
      request.result.close()
      indexedDB.deleteDatabase('ketu-check')
      resolve('ok')
    }
    request.onerror = () => resolve('failed')
  } catch {
    resolve('failed')
  }
  return () => undefined
})

export function systemOf(agent: string): CheckReport['system'] {
  if (/iPhone|iPad|iPod/.test(agent)) return 'ios'
  if (/Android|HarmonyOS|OpenHarmony/i.test(agent)) return 'android'
  if (/Windows/.test(agent)) return 'windows'
  return /Macintosh|Mac OS/.test(agent) ? 'mac' : 'other'
}

export function browserOf(agent: string): CheckReport['browser'] {
  if (/MicroMessenger/i.test(agent)) return 'wechat'
  if (/Chrome|CriOS|Edg/.test(agent)) return 'chrome'
  return /Safari/.test(agent) ? 'safari' : 'other'
}

/** Only some browsers say. */
export function networkOf(browser: object): CheckReport['network'] {
  const connection: unknown = 'connection' in browser ? browser.connection : undefined
  const type: unknown = typeof connection === 'object' && connection !== null && 'type' in connection ? connection.type : undefined
  return type === 'wifi' || type === 'cellular' ? type : 'unknown'
}
