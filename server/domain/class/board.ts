import { COMMITMENTS_BOARD, caseBoard, MAX_PICKS, pick } from '../../../shared/board/model.ts'
import type { CaseContent } from '../../../shared/case/definition.ts'
import type { OpenCase } from '../../../shared/case/model.ts'
import type { Localized } from '../../../shared/language/locale.ts'
import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState } from './ClassState.ts'

type Item = ClassState['agenda'][number]
const casesOf = (state: ClassState): readonly (readonly [Item, CaseContent])[] =>
  state.agenda.flatMap((item) => (item.case ? [[item, item.case] as const] : []))

/** The question of a case that is named so; undefined when there is none (any more). */
export function caseQuestion(agenda: readonly Item[], itemId: string, questionId: string): Localized | undefined {
  const content = agenda.find((item) => item.id === itemId)?.case
  return content?.questions.find(({ id }) => id === questionId)?.text
}

/** Items that began, and those that the trainer jumped over: who is sent to the map must be able to go and grade. */
export function hasOpened(state: ClassState, item: Item): boolean {
  return item.startedAt !== null || (state.currentId !== null && state.agenda.indexOf(item) <= state.agenda.findIndex(({ id }) => id === state.currentId))
}

const revisions = new WeakMap<CaseContent, string>()
/** Short, and another one for another content. */
function revisionOf(content: CaseContent): string {
  const known = revisions.get(content)
  if (known !== undefined) return known
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(content)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const revision = hash.toString(36)
  revisions.set(content, revision)
  return revision
}

export const openCases = (state: ClassState): readonly OpenCase[] =>
  casesOf(state).filter(([item]) => hasOpened(state, item)).map(([item, content]) => ({ itemId: item.id, title: item.title, revision: revisionOf(content) }))

/** The whole text, for who asks: it is too long to travel with every state. @throws Refusal 'not-found' */
export function readCase(state: ClassState, itemId: string): CaseContent {
  const found = casesOf(state).find(([item]) => item.id === itemId && hasOpened(state, item))
  if (!found) throw new Refusal('not-found', 'no such case')
  return found[1]
}

const isBoard = (state: ClassState, board: string): boolean =>
  board === COMMITMENTS_BOARD || casesOf(state).some(([item, { questions }]) => questions.some(({ id }) => caseBoard(item.id, id) === board))

/** Puts a line on the board, moves it there, or takes it off. */
export function pickLine(state: ClassState, { board, line, place }: CommandPayload<'board:pick'>): ClassState {
  if (!isBoard(state, board)) throw new Refusal('not-found', 'no such board')
  const picked = pick(state.picks[board] ?? [], line, place)
  if (picked.length > MAX_PICKS) throw new Refusal('too-many', `a board has at most ${MAX_PICKS} lines`)
  return { ...state, picks: { ...state.picks, [board]: picked } }
}
