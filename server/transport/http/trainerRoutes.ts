import { Router, type Request } from 'express'
import type { Locale } from '../../../shared/language/locale.ts'
import { CreateClass, TrainerExchange, type ClassListing } from '../../../shared/protocol/http.ts'
import { SESSION_MS, type Access } from '../../domain/access/Access.ts'
import type { Addresses } from '../../domain/address/Addresses.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import { present } from '../../domain/class/roster.ts'
import type { Wipe } from '../../domain/wipe/Wipe.ts'
import { endClass } from '../../domain/class/settings.ts'
import type { Courses } from '../../domain/course/Courses.ts'
import type { Days } from '../../domain/course/Days.ts'
import { parse } from '../../domain/parse.ts'
import { trainerCookie } from './cookie.ts'
import { answer } from './reply.ts'
import type { TrainerGuard } from './trainerGuard.ts'

export interface TrainerRouteParts {
  readonly access: Access
  readonly classes: Classes
  readonly addresses: Addresses
  readonly courses: Courses
  readonly days: Days
  readonly wipe: Wipe
  /** The language of a new class's projector. */
  readonly locale: Locale
}

const toListing = (state: ClassState): ClassListing => ({
  id: state.id, code: state.code, title: state.title, trainerName: state.trainerName, createdAt: state.createdAt, endedAt: state.endedAt,
  participants: present(state).length, groups: state.groups.length,
})

export function trainerRoutes({ access, classes, addresses, wipe, courses, days, locale }: TrainerRouteParts, { isTrainer, trainerOnly }: TrainerGuard): Router {
  const routes = Router()
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

  routes.get('/api/classes', trainerOnly, answer(async () => classes.list().map((classroom) => toListing(classroom.state()))))
  routes.post('/api/classes', trainerOnly, answer(async (request) => {
    const { templateId, title, trainerName, groups, locale: spoken = locale } = parse(CreateClass, request.body)
    const { template } = courses.get(templateId ?? courses.list()[0]?.id ?? '')
    const classroom = await classes.create({ template, title, trainerName, groups, locale: spoken, lastTime: await days.latest(template.id) })
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
  routes.delete('/api/classes/:id', trainerOnly, answer(async (request) => wipe.whole(classOf(request).id)))
  routes.post('/api/classes/:id/wipe-names', trainerOnly, answer(async (request) => wipe.names(classOf(request).id)))
  return routes
}
