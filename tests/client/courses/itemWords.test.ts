import { describe, expect, it } from 'vitest'
import { messages } from '../../../client/features/courses/messages.ts'
import { aloneExercises, kindOf } from '../../../shared/alone/model.ts'
import { activities, itemKinds } from '../../../shared/course/template.ts'

/* The keys are put together from what an item may be, so nobody but a test sees one that is missing. */
describe('the editor of an item', () => {
  it.each(['zh-CN', 'en'] as const)('has a word for each kind and each task in %s', (locale) => {
    const { kind, activity, alone } = messages[locale]
    expect(Object.keys(kind).sort()).toEqual([...itemKinds].sort())
    expect(Object.keys(activity).sort()).toEqual([...activities].sort())
    expect(Object.keys(alone)).toEqual(expect.arrayContaining(aloneExercises.map(kindOf)))
  })
})
