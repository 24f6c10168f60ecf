import file from './default.json' with { type: 'json' }
import { withTraditional } from '../language/traditional.ts'
import traditional from './default.zh-TW.json' with { type: 'json' }
import { parseCourseTemplate, type CourseTemplate } from './template.ts'

/** The course that a class is made from unless the trainer brings another. For the server: the browser learns the agenda from it. */
export const defaultCourse: CourseTemplate = parseCourseTemplate(withTraditional(file, traditional))
