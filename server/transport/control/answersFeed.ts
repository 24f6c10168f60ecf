import type { AnswersView, TopicResults } from '../../../shared/answers/topics.ts'
import type { Answers } from '../../domain/answers/Answers.ts'
import type { Audience } from '../../domain/answers/TopicKind.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import { send, type ClassChannel, type ControlSocket } from './ClassChannel.ts'
import { createThrottle } from './throttle.ts'

/** A room that votes is told four times a second; with hundreds of devices less often, for the sake of the Wi-Fi. */
const FEED_MS = 250
const FEED_MS_PER_DEVICE = 4

export interface AnswersFeed {
  add(socket: ControlSocket): void
  /** The class changed, and with it perhaps who may see what. */
  changed(): void
  stop(): void
}

/** Tells each device what it may see of votes and private entries, whole, and only when it is something else than before. */
export function createAnswersFeed({ classroom, channel, answers }: { readonly classroom: ClassActor; readonly channel: ClassChannel; readonly answers: Answers }): AnswersFeed {
  const lastSent = new WeakMap<ControlSocket, string>()

  function audienceOf({ data: { peer } }: ControlSocket): Audience | undefined {
    if (peer.role !== 'participant') return { role: peer.role }
    const person = classroom.state().participants.find(({ id }) => id === peer.participantId)
    return person && { role: 'participant', groupId: person.groupId }
  }

  /** The console shows the projector in miniature, and not what the trainer alone may see. */
  function seenBy(state: ClassState, audience: Audience): { readonly results: TopicResults; readonly stage?: TopicResults } {
    const results = answers.results(state, audience)
    return audience.role === 'trainer' ? { results, stage: answers.results(state, { role: 'projector' }) } : { results }
  }

  function tell(sockets: readonly ControlSocket[]): void {
    const made = new Map<string, { readonly seen: Pick<AnswersView, 'results' | 'stage'>; readonly text: string }>()
    const state = classroom.state()
    for (const socket of sockets) {
      const audience = audienceOf(socket)
      if (!audience) continue
      const name = audience.role === 'participant' ? audience.groupId : audience.role
      let seen = made.get(name)
      if (!seen) {
        const shown = seenBy(state, audience)
        seen = { seen: shown, text: JSON.stringify(shown) }
        made.set(name, seen)
      }
      const { peer } = socket.data
      const mine = peer.role === 'participant' ? answers.mine(classroom.id, peer.participantId) : {}
      const fingerprint = `${seen.text} ${JSON.stringify(mine)}`
      if (lastSent.get(socket) === fingerprint) continue
      lastSent.set(socket, fingerprint)
      send(socket, 'answers', { mine, ...seen.seen })
    }
  }

  const throttle = createThrottle(() => Math.max(FEED_MS, channel.sockets().length * FEED_MS_PER_DEVICE), () => tell(channel.sockets()))
  const stopListening = answers.onChange((classId) => {
    if (classId === classroom.id) throttle.ask()
  })
  return {
    add: (socket) => tell([socket]),
    changed: () => throttle.ask(),
    stop() {
      stopListening()
      throttle.stop()
    },
  }
}
