import { Router, type Request, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { may } from '../../../shared/access/policy.ts'
import { groupWorkToJson, readGroupWork } from '../../../shared/groupwork/document.ts'
import { type FileTicket, type GroupReport, OrderFile, type OwnPack, ReadGroup, type ReentryCode } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import { participantOf, present } from '../../domain/class/roster.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Rooms } from '../../domain/room/Rooms.ts'
import type { TakeHome, TakeHomeFile } from '../../domain/takehome/TakeHome.ts'
import type { Tickets } from '../../domain/takehome/tickets.ts'
import { parse } from '../../domain/parse.ts'
import { attachment } from './attachment.ts'
import { answer } from './reply.ts'
import { whoTakesHome } from './whoAsks.ts'

export interface TakeHomeRouteParts {
  readonly access: Access
  readonly classes: Classes
  readonly rooms: Rooms
  readonly clock: Clock
  readonly takeHome: TakeHome
  readonly tickets: Tickets
}

/** Of one person: each has a few files, and a page that looks now and then whether the class goes on. */
const ASKED_PER_MINUTE = 40

export function takeHomeRoutes({ access, classes, rooms, clock, takeHome, tickets }: TakeHomeRouteParts): Router {
  const routes = Router()
  const perMinute = new RateLimiterMemory({ points: ASKED_PER_MINUTE, duration: 60 })
  /** Who asks; a person's asking is counted, so that nobody's tickets and codes crowd out those of the others. @throws Refusal 'too-fast' */
  async function askerOf(request: Request): Promise<Actor | undefined> {
    const actor = await whoTakesHome(access, request)
    if (actor?.role === 'participant') await perMinute.consume(actor.participantId).catch(() => { throw new Refusal('too-fast', 'asked too often') })
    return actor
  }

  routes.post('/api/takehome/files', answer(async (request): Promise<FileTicket> => {
    const order = parse(OrderFile, request.body)
    const actor = await askerOf(request)
    const { classId, locale } = order
    const isWhole = order.kind === 'class' || order.kind === 'archive'
    if (isWhole) requireTrainer(actor)
    else requireGroup(actor, classId, order.groupId)
    const classroom = classes.get(classId)
    if (!isWhole && !classroom.state().groups.some(({ id }) => id === order.groupId)) throw new Refusal('not-found', 'no such group')
    const participantId = actor?.role === 'participant' ? actor.participantId : null
    const { ticket, expiresAt } = tickets.give(isWhole ? { kind: order.kind, classId, locale } : { kind: order.kind, classId, groupId: order.groupId, locale, participantId })
    return { path: `/download/${ticket}`, expiresAt }
  }))

  routes.post('/api/takehome/own', answer(async (request): Promise<OwnPack> => {
    const actor = requireParticipant(await askerOf(request))
    const state = classes.get(actor.classId).state()
    const group = state.groups.find(({ id }) => id === actor.groupId)
    if (!group) throw new Refusal('not-found', 'no such group')
    const { name } = participantOf(state, actor.participantId)
    const stands = { ended: state.endedAt !== null, namesWipedAt: state.namesWipedAt }
    return { classId: actor.classId, group: { id: group.id, index: group.index, name: group.name }, me: { name }, code: state.code, class: stands }
  }))

  // The commands are over when the class is; the way to a browser that can download is not.
  routes.post('/api/takehome/reentry', answer(async (request): Promise<ReentryCode> => {
    const { classId, participantId } = requireParticipant(await askerOf(request))
    return { ...(await access.createReentry(classId, participantId)), serverNow: clock.now() }
  }))

  routes.post('/api/takehome/group', answer(async (request): Promise<GroupReport> => {
    const { classId, groupId } = parse(ReadGroup, request.body)
    requireGroup(await askerOf(request), classId, groupId)
    const state = classes.get(classId).state()
    const group = state.groups.find(({ id }) => id === groupId)
    const doc = group && (await rooms.read(groupId))
    if (!group || !doc) throw new Refusal('not-found', 'no such group')
    const members = present(state).filter((person) => person.groupId === groupId).map(({ name }) => name)
    return { title: state.title, trainerName: state.trainerName, group: { id: groupId, index: group.index, name: group.name, members }, work: groupWorkToJson(readGroupWork(doc)), at: clock.now() }
  }))

  routes.get('/download/:ticket', async (request: Request, response: Response) => {
    const order = tickets.find(String(request.params['ticket']))
    if (!order) throw new Refusal('not-found', 'this download is over; ask for it again in the classroom')
    send(response, await takeHome.file(order))
  })
  return routes
}

function requireParticipant(actor: Actor | undefined): Extract<Actor, { readonly role: 'participant' }> {
  if (actor?.role !== 'participant' || !may(actor.role, 'takehome:own')) throw new Refusal('not-allowed', 'only for who is in a class')
  return actor
}

function requireTrainer(actor: Actor | undefined): void {
  if (!actor || !may(actor.role, 'takehome:any')) throw new Refusal('not-allowed', 'only for the trainer')
}

function requireGroup(actor: Actor | undefined, classId: string, groupId: string): void {
  const own = actor?.role === 'participant' && may(actor.role, 'takehome:own') && actor.classId === classId && actor.groupId === groupId
  if (!own) requireTrainer(actor)
}

/** Saved, not shown: also in browsers that would show an SVG, or JSON, in place of the class. */
function send(response: Response, { name, type, bytes }: TakeHomeFile): void {
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Disposition', attachment(name))
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('Content-Length', String(bytes.byteLength))
  response.end(bytes)
}
