import { z } from 'zod'
import type { RefusalReason } from '../../../shared/protocol/reply.ts'
import { projectorSounds, type ProjectorSound } from '../../../shared/protocol/views.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Log } from '../../domain/Log.ts'
import { isUnfit } from '../../domain/unfitValue.ts'
import { commands } from '../commands/commands.ts'
import type { CommandContext } from '../commands/command.ts'
import type { ControlSocket } from './ClassChannel.ts'

const Hint = z.enum(['online', 'away', 'leaving'])
const Point = z.strictObject({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) }).nullable()
const Sound = z.enum(projectorSounds)
/** Refused in a row; whoever goes on is no page of ours. */
const MAX_REFUSED = 500

interface ListenParts {
  /** Takes one message, or one command, from what its person may send. */
  readonly allowed: { readonly message: () => boolean; readonly command: () => boolean }
  readonly clock: Clock
  readonly log: Log
  readonly context: () => CommandContext
  /** It is cut off now. */
  readonly flooded: () => void
  readonly hint: (hint: z.output<typeof Hint>) => void
  readonly point: (pointer: z.output<typeof Point>) => void
  readonly sound: (sound: ProjectorSound) => void
}

/**
 * Everything that a peer may say. Nothing that it sends can throw out of here (P3.7): unknown events, wrong payloads
 * and missing acknowledgements are answered where there is somebody to answer, and dropped otherwise.
 */
export function listenToPeer(socket: ControlSocket, { allowed, clock, log, context, flooded, hint, sound, point }: ListenParts): void {
  let refused = 0

  async function hear(event: unknown, given: readonly unknown[]): Promise<void> {
    const last = given.at(-1)
    const answer = typeof last === 'function' ? (reply: unknown): void => void last(reply) : undefined
    const refuse = (reason: RefusalReason, message: string): void => answer?.({ ok: false, reason, message })
    // What arrived together with the last straw.
    if (refused > MAX_REFUSED) return
    if (!allowed.message()) {
      refused += 1
      if (refused > MAX_REFUSED) {
        log.warn('control.flood', { ...socket.data.peer })
        flooded()
        return void socket.disconnect(true)
      }
      return refuse('too-fast', 'too many messages')
    }
    refused = 0
    if (event === 'time') return answer?.(clock.now())
    if (event === 'presence') {
      const parsed = Hint.safeParse(given[0])
      return parsed.success ? hint(parsed.data) : undefined
    }
    if (event === 'point') {
      const parsed = Point.safeParse(given[0])
      return parsed.success ? point(parsed.data) : undefined
    }
    if (event === 'sound') {
      const parsed = Sound.safeParse(given[0])
      return parsed.success ? sound(parsed.data) : undefined
    }
    const command = typeof event === 'string' ? commands.get(event) : undefined
    if (!command) return refuse('bad-payload', 'no such command')
    if (!answer) return // an untyped peer; there is nobody to answer
    if (!allowed.command()) return refuse('too-fast', 'too many commands')
    if (isUnfit(given)) return refuse('bad-payload', 'nested too deep')
    answer(await command.handle(context(), given.length > 1 ? given[0] : undefined))
  }

  socket.onAny((event: unknown, ...given: unknown[]) => {
    hear(event, given).catch((error: unknown) => log.error('control.listen-failed', { error }))
  })
  // A peer can send an event of that name, too.
  socket.on('error', (error: unknown) => log.debug('control.socket-error', { message: error instanceof Error ? error.message : 'none of ours' }))
}
