import { Router, type Request, type RequestHandler } from 'express'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { CreateClass, TRAINER_HEADER, TrainerExchange, type ClassListing } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { SESSION_MS, type Access } from '../../domain/access/Access.ts'
import type { Addresses } from '../../domain/address/Addresses.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import { present } from '../../domain/class/roster.ts'
import { endClass } from '../../domain/class/settings.ts'
import { trainerCookie, trainerToken } from './cookie.ts'
import { answer, parse } from './reply.ts'

export interface TrainerRouteParts {
  readonly access: Access
  readonly classes: Classes
  readonly addresses: Addresses
  readonly templates: readonly CourseTemplate[]
  /** The language of a new class's projector. */
  readonly locale: Locale
}

const toListing = (state: ClassState): ClassListing => ({
  id: state.id, code: state.code, title: state.title, trainerName: state.trainerName, createdAt: state.createdAt, endedAt: state.endedAt,
  participants: present(state).length, groups: state.groups.length,
})

export function trainerRoutes({ access, classes, addresses, templates, locale }: TrainerRouteParts): Router {
  const routes = Router()
  const isTrainer = async (request: Request): Promise<boolean> => {
    const token = trainerToken(request)
    return token !== undefined && request.get(TRAINER_HEADER) !== undefined && (await access.isTrainer(token))
  }
  /** P5.6: the cookie comes by itself, the header only from our own pages. */
  const trainerOnly: RequestHandler = async (request, _response, next) => {
    if (!(await isTrainer(request))) throw new Refusal('not-allowed', 'only for the trainer')
    next()
  }
  const classOf = (request: Request) => classes.get(String(request.params['id']))

  routes.get('/api/trainer/session', answer(async (request) => ({ trainer: await isTrainer(request) })))
  routes.post('/api/trainer/exchange', answer(async (request, response) => {
    const { key } = parse(TrainerExchange, request.body)
    const token = await access.exchangeLink(key)
    response.setHeader('Set-Cookie', trainerCookie(request.headers.host, token, SESSION_MS))
    return null
  }))
  routes.post('/api/trainer/link', trainerOnly, answer(async () => {
    const { key, expiresAt } = await access.createLink()
    return { url: addresses.view(null, `/trainer#key=${key}`).joinUrl, expiresAt }
  }))

  routes.get('/api/templates', trainerOnly, answer(async () => templates.map(({ id, title, items }) => ({
    id, title, items: items.length, minutes: items.reduce((sum, item) => sum + (item.uncounted ? 0 : item.minutes), 0),
  }))))
  routes.get('/api/classes', trainerOnly, answer(async () => classes.list().map((classroom) => toListing(classroom.state()))))
  routes.post('/api/classes', trainerOnly, answer(async (request) => {
    const { templateId, title, trainerName, groups, locale: spoken = locale } = parse(CreateClass, request.body)
    const template = templateId === undefined ? templates[0] : templates.find(({ id }) => id === templateId)
    if (!template) throw new Refusal('not-found', 'no such course template')
    const classroom = await classes.create({ template, title, trainerName, groups, locale: spoken })
    return { classId: classroom.id, code: classroom.state().code }
  }))
  routes.post('/api/classes/:id/end', trainerOnly, answer(async (request) => {
    await classOf(request).change(endClass)
    return null
  }))
  routes.post('/api/classes/:id/reopen', trainerOnly, answer(async (request) => {
    await classOf(request).change((state) => classes.reopened(state))
    return null
  }))
  routes.post('/api/classes/:id/projector', trainerOnly, answer(async (request) => ({ token: await access.createProjector(classOf(request).id) })))
  routes.delete('/api/classes/:id', trainerOnly, answer(async (request) => {
    await classes.wipe(classOf(request).id)
    return null
  }))
  return routes
}
