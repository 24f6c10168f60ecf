import { json, Router, type Request } from 'express'
import { courseFromClass } from '../../../shared/course/fromClass.ts'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import { UnreadableTemplate, upgradeTemplate } from '../../../shared/course/upgrade.ts'
import { AddCourse, CourseFromClass, DuplicateCourse, MAX_COURSE_BYTES, SaveCourse, type CourseListing, type CourseView } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Course, Courses } from '../../domain/course/Courses.ts'
import { parse } from '../../domain/parse.ts'
import { attachment } from './attachment.ts'
import { answer } from './reply.ts'
import type { TrainerGuard } from './trainerGuard.ts'

export interface CourseRouteParts {
  readonly courses: Courses
  readonly classes: Classes
  readonly clock: Clock
}

const toListing = ({ id, builtIn, editedAt, template: { title, items } }: Course): CourseListing => ({
  id, title, builtIn, editedAt, items: items.length, minutes: items.reduce((sum, item) => sum + (item.uncounted ? 0 : item.minutes), 0),
})
const toView = ({ id, builtIn, version, template }: Course): CourseView => ({ id, builtIn, version, template })

/** @throws Refusal 'bad-template' whose message names the places */
function readTemplate(value: unknown): CourseTemplate {
  try {
    return upgradeTemplate(value)
  } catch (error) {
    if (error instanceof UnreadableTemplate) throw new Refusal('bad-template', error.message)
    throw error
  }
}

/** A title in at least one language: the list has nothing else to show. */
function requireTitle(title: CourseTemplate['title']): void {
  if (Object.values(title).every((text) => (text ?? '').trim() === '')) throw new Refusal('name-invalid', 'a course needs a title')
}

/** The trainer's courses. `trainerOnly` comes before the body is read: only the trainer may send one this large. */
export function courseRoutes({ courses, classes, clock }: CourseRouteParts, { trainerOnly, trainerDownloads }: TrainerGuard): Router {
  const routes = Router()
  const idOf = (request: Request): string => String(request.params['id'])

  routes.get('/api/courses/:id/file', trainerDownloads, (request, response) => {
    const { template } = courses.get(idOf(request))
    response.setHeader('Content-Disposition', attachment(`${template.title['zh-CN'] || template.title.en}.json`))
    response.type('application/json').send(`${JSON.stringify(template, null, 2)}\n`)
  })
  routes.use('/api/courses', trainerOnly, json({ limit: MAX_COURSE_BYTES }))

  routes.get('/api/courses', answer(async () => courses.list().map(toListing)))
  routes.post('/api/courses', answer(async (request) => {
    const template = readTemplate(parse(AddCourse, request.body).template)
    requireTitle(template.title)
    return { id: (await courses.add(template)).id }
  }))
  routes.get('/api/courses/:id', answer(async (request) => toView(courses.get(idOf(request)))))
  routes.put('/api/courses/:id', answer(async (request) => {
    const { version, template } = parse(SaveCourse, request.body)
    return { version: (await courses.save(idOf(request), version, readTemplate(template))).version }
  }))
  routes.post('/api/courses/:id/duplicate', answer(async (request) => {
    const { title } = parse(DuplicateCourse, request.body)
    requireTitle(title)
    return { id: (await courses.add({ ...courses.get(idOf(request)).template, title })).id }
  }))
  routes.delete('/api/courses/:id', answer(async (request) => {
    await courses.remove(idOf(request))
    return null
  }))
  routes.post('/api/courses/:id/restore', answer(async (request) => {
    await courses.restore(idOf(request))
    return null
  }))
  routes.post('/api/classes/:id/course', trainerOnly, json({ limit: '64kb' }), answer(async (request) => {
    const { title, minutes } = parse(CourseFromClass, request.body)
    requireTitle(title)
    const { agenda, day } = classes.get(idOf(request)).state()
    return { id: (await courses.add(courseFromClass(agenda, day.stays, title, minutes, clock.now()))).id }
  }))
  return routes
}
