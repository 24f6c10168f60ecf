import type { CourseTemplate } from '../../../shared/course/template.ts'
import { upgradeTemplate } from '../../../shared/course/upgrade.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { newId } from '../class/ids.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { CourseRepository, StoredCourse } from './CourseRepository.ts'

export interface Course {
  readonly id: string
  readonly template: CourseTemplate
  /** It came with the program: it is always there and never changes. */
  readonly builtIn: boolean
  readonly version: number
  /** null: built in. */
  readonly editedAt: number | null
}

/** What a class can be made from: the program's own course, and the trainer's. */
export interface Courses {
  /** The built-in ones first, then the newest. */
  list(): readonly Course[]
  /** @throws Refusal 'not-found' */
  get(courseId: string): Course
  /** Under an id of its own, whatever the template says. @throws Refusal 'too-many' | 'disk-full' */
  add(template: CourseTemplate): Promise<Course>
  /** @param seen the version that the change was made on. @throws Refusal 'conflict' | 'not-allowed' | 'not-found' | 'disk-full' */
  save(courseId: string, seen: number, template: CourseTemplate): Promise<Course>
  /** May be brought back for `KEPT_MS`. */
  remove(courseId: string): Promise<void>
  restore(courseId: string): Promise<void>
  /** Erases what was removed long ago. */
  prune(): Promise<void>
}

export interface CoursesParts {
  readonly repository: CourseRepository
  readonly builtIn: readonly CourseTemplate[]
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

const MAX_COURSES = 100
const KEPT_MS = 30 * 24 * 3_600_000

interface Kept extends StoredCourse {
  readonly template: CourseTemplate
}

/** Holds all of them in memory: they are few, and every list of classes to be made asks for them. */
export async function openCourses({ repository, builtIn, clock, log }: CoursesParts): Promise<Courses> {
  const own = new Map<string, Kept>()
  for (const stored of await repository.list()) {
    try {
      own.set(stored.id, { ...stored, template: upgradeTemplate(stored.template) })
    } catch (error) {
      // It stays on the disk, for the version of the program that can read it.
      log.error('course.unreadable', { courseId: stored.id, error })
    }
  }
  const given = builtIn.map((template): Course => ({ id: template.id, template, builtIn: true, version: 1, editedAt: null }))

  const toCourse = ({ id, template, version, editedAt }: Kept): Course => ({ id, template, builtIn: false, version, editedAt })
  const find = (courseId: string): Course | undefined => {
    const kept = own.get(courseId)
    return given.find(({ id }) => id === courseId) ?? (kept && kept.removedAt === null ? toCourse(kept) : undefined)
  }
  function keptOf(courseId: string): Kept {
    if (given.some(({ id }) => id === courseId)) throw new Refusal('not-allowed', 'the built-in course never changes; duplicate it')
    const kept = own.get(courseId)
    if (!kept) throw new Refusal('not-found', 'no such course')
    return kept
  }
  async function store(course: Kept): Promise<Course> {
    try {
      await repository.save(course)
    } catch (error) {
      if (error instanceof Refusal) throw error
      log.error('course.save-failed', { courseId: course.id, error })
      throw new Refusal('disk-full', 'the course could not be written')
    }
    own.set(course.id, course)
    return toCourse(course)
  }
  const present = (): Kept[] => [...own.values()].filter((course) => course.removedAt === null)

  return {
    list: () => [...given, ...present().toSorted((one, other) => other.createdAt - one.createdAt).map(toCourse)],
    get(courseId) {
      const course = find(courseId)
      if (!course) throw new Refusal('not-found', 'no such course')
      return course
    },
    async add(template) {
      if (present().length >= MAX_COURSES) throw new Refusal('too-many', `at most ${MAX_COURSES} courses`)
      const id = newId()
      const now = clock.now()
      return store({ id, version: 1, createdAt: now, editedAt: now, removedAt: null, template: { ...template, id } })
    },
    async save(courseId, seen, template) {
      const kept = keptOf(courseId)
      if (kept.version !== seen || kept.removedAt !== null) throw new Refusal('conflict', `the course has version ${kept.version}`)
      return store({ ...kept, version: seen + 1, editedAt: clock.now(), template: { ...template, id: courseId } })
    },
    async remove(courseId) {
      const kept = keptOf(courseId)
      if (kept.removedAt === null) await store({ ...kept, version: kept.version + 1, removedAt: clock.now() })
    },
    async restore(courseId) {
      const kept = keptOf(courseId)
      if (kept.removedAt === null) return
      if (present().length >= MAX_COURSES) throw new Refusal('too-many', `at most ${MAX_COURSES} courses`)
      await store({ ...kept, version: kept.version + 1, removedAt: null })
    },
    async prune() {
      for (const course of own.values()) {
        if (course.removedAt === null || course.removedAt > clock.now() - KEPT_MS) continue
        await repository.erase(course.id)
        own.delete(course.id)
      }
    },
  }
}
