import type { AnswersView, TopicResults } from '../../../shared/answers/topics.ts'
import { maskDeep, type MaskText } from '../../../shared/mask/names.ts'
import type { Answers } from '../../domain/answers/Answers.ts'
import type { Audience } from '../../domain/answers/TopicKind.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Log } from '../../domain/Log.ts'
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

interface FeedParts {
  readonly classroom: ClassActor
  readonly channel: ClassChannel
  readonly answers: Answers
  /** Takes customers' names out of what the room reads: people write them into words and questions, too. */
  readonly masker: (classroom: ClassActor) => Promise<MaskText>
  readonly log: Log
}

/** Tells each device what it may see of votes and private entries, whole, and only when it is something else than before. */
export function createAnswersFeed({ classroom, channel, answers, masker, log }: FeedParts): AnswersFeed {
  const lastSent = new WeakMap<ControlSocket, string>()

  function audienceOf({ data: { peer } }: ControlSocket): Audience | undefined {
    if (peer.role !== 'participant') return { role: peer.role }
    const person = classroom.state().participants.find(({ id }) => id === peer.participantId)
    return person && { role: 'participant', groupId: person.groupId }
  }

  const asItIs: MaskText = (text) => text
  const isWatcher = ({ data }: ControlSocket): boolean => data.peer.role !== 'participant'
  async function tell(sockets: readonly ControlSocket[]): Promise<void> {
    // Participants need no mask: a document that can't be read for one must not keep what they said from them.
    tellNow(sockets.filter((socket) => !isWatcher(socket)), asItIs)
    const watchers = sockets.filter(isWatcher)
    if (watchers.length > 0) tellNow(watchers, classroom.state().projector.showCustomers ? asItIs : await masker(classroom))
  }
  /** The console shows the projector in miniature, and there not what the trainer alone may see. */
  function seenBy(state: ClassState, audience: Audience, mask: MaskText): { readonly results: TopicResults; readonly stage?: TopicResults } {
    if (audience.role === 'participant') return { results: answers.results(state, audience) }
    const stage = maskDeep(answers.results(state, { role: 'projector' }), mask)
    return audience.role === 'projector' ? { results: stage } : { results: answers.results(state, audience), stage }
  }

  function tellNow(sockets: readonly ControlSocket[], mask: MaskText): void {
    const made = new Map<string, { readonly shown: Pick<AnswersView, 'results' | 'stage'>; readonly text: string }>()
    const state = classroom.state()
    for (const socket of sockets) {
      const audience = audienceOf(socket)
      if (!audience) continue
      const name = audience.role === 'participant' ? audience.groupId : audience.role
      let seen = made.get(name)
      if (!seen) {
        const shown = seenBy(state, audience, mask)
        seen = { shown, text: JSON.stringify(shown) }
        made.set(name, seen)
      }
      const { peer } = socket.data
      const mine = peer.role === 'participant' ? answers.mine(classroom.id, peer.participantId) : {}
      const fingerprint = `${seen.text} ${JSON.stringify(mine)}`
      if (lastSent.get(socket) === fingerprint) continue
      lastSent.set(socket, fingerprint)
      send(socket, 'answers', { mine, ...seen.shown })
    }
  }

  const guarded = (sockets: readonly ControlSocket[]): void => {
    tell(sockets).catch((error: unknown) => log.error('answers.feed-failed', { classId: classroom.id, error }))
  }
  const throttle = createThrottle(() => Math.max(FEED_MS, channel.sockets().length * FEED_MS_PER_DEVICE), () => guarded(channel.sockets()))
  const stopListening = answers.onChange((classId) => {
    if (classId === classroom.id) throttle.ask()
  })
  return {
    add: (socket) => guarded([socket]),
    changed: () => throttle.ask(),
    stop() {
      stopListening()
      throttle.stop()
    },
  }
}
