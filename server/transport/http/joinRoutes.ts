import { Router, type Request } from 'express'
import { JoinClass, Reenter, type Admission, type JoinInfo } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { normaliseDigits } from '../../../shared/text/digits.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import { newId } from '../../domain/class/ids.ts'
import { arrived, isGroupFull, join, nameOf, participantOf, personNamed, present } from '../../domain/class/roster.ts'
import { parse } from '../../domain/parse.ts'
import type { Guessing } from './guessing.ts'
import { answer } from './reply.ts'

export interface JoinRouteParts {
  readonly access: Access
  readonly classes: Classes
  readonly guessing: Guessing
}

const MAX_ATTEMPTS = 1_000

const addressOf = (request: Request): string => request.socket.remoteAddress ?? 'unknown'

function toJoinInfo({ state, presence }: ClassActor): JoinInfo {
  const now = state()
  return {
    classId: now.id,
    code: now.code,
    title: now.title,
    trainerName: now.trainerName,
    doorOpen: now.doorOpen,
    groups: now.groups.map(({ id, index, name }) => {
      const members = present(now).filter((one) => one.groupId === id).length
      return { id, index, name, members, full: isGroupFull(now, id, presence.wasHere) }
    }),
  }
}

export function joinRoutes({ access, classes, guessing }: JoinRouteParts): Router {
  const routes = Router()
  /** Who came of the latest attempts to join, for those whose reply was lost on the Wi-Fi. */
  const attempts = new Map<string, Promise<string>>()
  function keepAttempt(attempt: string, joined: Promise<string>): void {
    attempts.set(attempt, joined)
    joined.catch(() => attempts.delete(attempt))
    const oldest = attempts.keys().next()
    if (attempts.size > MAX_ATTEMPTS && !oldest.done) attempts.delete(oldest.value)
  }

  /** Also one that has ended. @throws Refusal 'wrong-code' | 'too-fast' */
  const anyByCode = (request: Request, code: string): Promise<ClassActor> => guessing.guess(addressOf(request), async () => {
    const found = classes.findByCode(normaliseDigits(code))
    return found && { classId: found.id, value: found }
  })
  /** @throws Refusal 'wrong-code' | 'too-fast' | 'class-ended' */
  async function classByCode(request: Request, code: string): Promise<ClassActor> {
    const classroom = await anyByCode(request, code)
    if (classroom.state().endedAt !== null) throw new Refusal('class-ended', 'the class has ended')
    return classroom
  }

  async function admit(request: Request, classId: string, participantId: string): Promise<Admission> {
    guessing.trust(addressOf(request), classId)
    return { classId, participantId, token: await access.admit(classId, participantId) }
  }

  routes.get('/api/join/:code', answer(async (request) => toJoinInfo(await classByCode(request, String(request.params['code'])))))

  routes.post('/api/join', answer(async (request) => {
    const { code, name, groupId, attempt } = parse(JoinClass, request.body)
    const classroom = await classByCode(request, code)
    const before = attempt === undefined ? undefined : attempts.get(`${classroom.id} ${attempt}`)
    if (before !== undefined) {
      const id = await before
      participantOf(classroom.state(), id)
      return admit(request, classroom.id, id)
    }
    // Noted before it is done: who asks again because no answer came may be faster than a busy class.
    const joined = classroom.change((state, now) => join(state, { id: newId(), name, groupId }, classroom.presence.wasHere, now))
      .then((state) => personNamed(state, nameOf(name))?.id ?? '')
    if (attempt !== undefined) keepAttempt(`${classroom.id} ${attempt}`, joined)
    return admit(request, classroom.id, await joined)
  }))

  routes.post('/api/reentry', answer(async (request) => {
    const { code, reentryCode } = parse(Reenter, request.body)
    // Who was in a class that has ended comes back for what the group made.
    const classroom = await anyByCode(request, code)
    const digits = normaliseDigits(reentryCode)
    // Counted apart from class codes: here also those who know the class are guessing.
    await guessing.guess(`${addressOf(request)} re-entry`, async () =>
      (await access.isReentry(classroom.id, digits)) ? { classId: classroom.id, value: null } : undefined)
    const participantId = await access.takeReentry(classroom.id, digits)
    await classroom.change((state) => arrived(state, participantId))
    return admit(request, classroom.id, participantId)
  }))
  return routes
}
