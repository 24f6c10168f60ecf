import { z } from 'zod'
import { caseBoard, inOrder } from '../../../../shared/board/model.ts'
import { caseKey, type CaseLine, type CaseLines, caseLineLimit, tidyCaseLines } from '../../../../shared/case/model.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { hasOpened } from '../../class/board.ts'
import type { ClassState } from '../../class/ClassState.ts'
import { isLocked } from '../../class/locks.ts'
import { parse } from '../../parse.ts'
import type { Audience, Given, TopicKind } from '../TopicKind.ts'

const schema = z.strictObject({
  lines: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), text: z.string().max(caseLineLimit.text * 2) }))
    .max(caseLineLimit.lines)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, { error: 'ids must be unique' }),
  typed: z.string().max(caseLineLimit.text * 2).optional(),
})

const groupsOf = (state: ClassState): ReadonlyMap<string, string> => new Map(state.participants.map(({ id, groupId }) => [id, groupId]))
const linesOf = (given: readonly Given<CaseLines>[], groups: ReadonlyMap<string, string>): readonly CaseLine[] =>
  given.flatMap(({ participantId, value }) => value.lines.map(({ id, text }) => ({ ref: `${participantId}/${id}`, groupId: groups.get(participantId) ?? '', participantId, text })))

function visible(lines: readonly CaseLine[], audience: Audience, picked: readonly string[]): readonly CaseLine[] {
  if (audience.role === 'trainer') return lines
  if (audience.role === 'participant') return lines.filter(({ groupId }) => groupId === audience.groupId)
  // Under numbers: the room is not told who wrote it.
  return inOrder(lines, picked, ({ ref }) => ref).map((line, place) => ({ ...line, ref: String(place), participantId: '' }))
}

/** A group sees what its members wrote, the trainer all of it, the room what the trainer picked. */
export const caseTopic: TopicKind<'case'> = {
  parse: (value) => tidyCaseLines(parse(schema, value)),
  authorize(state, key, person) {
    const [itemId = '', questionId = ''] = key.split('/')
    const item = state.agenda.find(({ id }) => id === itemId)
    if (!item?.case?.questions.some(({ id }) => id === questionId)) throw new Refusal('not-found', 'no such question')
    // As behind a lock: what waits on a device goes when the trainer, who stepped back, comes here again.
    if (!hasOpened(state, item)) throw new Refusal('locked', 'the case has not begun, or no longer')
    if (isLocked(state, person.groupId)) throw new Refusal('locked', 'the group is locked')
  },
  results(state, audience, given) {
    const groups = groupsOf(state)
    const questions = state.agenda.flatMap((item) => (item.case?.questions ?? []).map(({ id }) => [item.id, id] as const))
    const results = questions.flatMap(([itemId, questionId]) => {
      const key = caseKey(itemId, questionId)
      const lines = visible(linesOf(given(key), groups), audience, state.picks[caseBoard(itemId, questionId)] ?? [])
      return lines.length > 0 ? [[key, { lines }] as const] : []
    })
    return Object.fromEntries(results)
  },
}
