/** Who may do what: the one table by which routes, commands and the sync endpoint refuse, and by which the client hides. */
export const roles = ['trainer', 'participant', 'projector'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles
const trainer: readonly Role[] = ['trainer']
const participant: readonly Role[] = ['participant']

const allowed = {
  'class:read': everyone,
  'class:manage': trainer,
  'agenda:control': trainer,
  'timer:control': trainer,
  'lock:control': trainer,
  'message:send': trainer,
  'roster:manage': trainer,
  /** Draws, points, eyes to the front, the attendance list. */
  'room:control': trainer,
  'projector:control': trainer,
  /** Asking the room, and what it sees of the answers. */
  'poll:control': trainer,
  'board:control': trainer,
  'case:read': ['trainer', 'participant'],
  /** Follow one group's work as it grows; participants use their own document. */
  'group:watch': trainer,
  /** Earlier states of a group's work: what changed since, and going back. */
  'checkpoint:use': trainer,
  /** A file of one's own, read as a table; nothing of it is kept. */
  'file:read': ['trainer', 'participant'],
  /** A group's name: the trainer any, participants that of their own group; the command checks. */
  'group:name': ['trainer', 'participant'],
  'hand:raise': participant,
  'self:manage': participant,
  'sharing:lead': trainer,
  /** Of participants those of the group on the stage; the command checks. */
  'sharing:present': ['trainer', 'participant'],
  /** Votes and private entries; the kind of the topic says whether now. */
  'answer:give': participant,
  /** Opening and showing what a group's members enter alone; participants in their own group only, the command checks. */
  'alone:lead': ['trainer', 'participant'],
  /** Lowering a hand, a re-entry code: the trainer for anybody, participants for themselves; the command checks whom. */
  'person:manage': ['trainer', 'participant'],
  /** Own group only; the sync endpoint checks which. */
  'document:own': participant,
  'document:any': trainer,
  /** Workbook, report, map and data of a group; the server checks whose group it is. */
  'takehome:own': participant,
  'takehome:any': trainer,
  /** A lock holds back what participants write, not the trainer. */
  'document:write-locked': trainer,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof allowed

export const may = (role: Role, action: Action): boolean => allowed[action].some((one) => one === role)
