import { z } from 'zod'
import { may, type Action } from '../../../shared/access/policy.ts'
import { commandSchemas, Envelope, type CommandName, type CommandResult, type CommandResults } from '../../../shared/protocol/commands.ts'
import { Refusal, type RefusalReason, type Reply } from '../../../shared/protocol/reply.ts'
import type { Answers } from '../../domain/answers/Answers.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import type { Checkpoints } from '../../domain/checkpoint/Checkpoints.ts'
import type { ClassActor, Decide } from '../../domain/class/ClassActor.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Log } from '../../domain/Log.ts'

/** Who sent a command, to which class, and what it may use. */
export interface CommandContext {
  readonly actor: Actor
  readonly classroom: ClassActor
  readonly classes: Classes
  readonly access: Access
  readonly checkpoints: Checkpoints
  readonly answers: Answers
  readonly log: Log
  /** Which group's work this console follows; of the connection, not of the class. */
  readonly watch: (groupId: string | null) => void
}
/** Saves what is decided as the outcome of this command. */
type Change = (decide: Decide) => Promise<ClassState>
type Input<N extends CommandName> = z.output<(typeof commandSchemas)[N]>
type Run<N extends CommandName> = (input: Input<N>, context: CommandContext, change: Change) => Promise<CommandResult<N>>

export interface Command {
  readonly name: CommandName
  readonly handle: (context: CommandContext, payload: unknown) => Promise<Reply<unknown>>
}

const senderOf = (actor: Actor): string => (actor.role === 'participant' ? actor.participantId : actor.role)

/** A command as everybody sends it: checked by its schema and the policy, done once, answered always. */
export const command = <N extends CommandName>(name: N, action: Action, run: Run<N>): Command => commandBy(name, action, run, 'in-turn')
/** One that decides nothing of the class and may be done again: see `ClassActor.beside`. */
export const besideCommand = <N extends CommandName>(name: N, action: Action, run: Run<N>): Command => commandBy(name, action, run, 'beside')

function commandBy<N extends CommandName>(name: N, action: Action, run: Run<N>, how: 'in-turn' | 'beside'): Command {
  const schema = z.strictObject({ ...commandSchemas[name].shape, ...Envelope.shape })
  return {
    name,
    async handle(context, payload) {
      const { actor, classroom, log } = context
      if (!may(actor.role, action)) return refuse('not-allowed', `a ${actor.role} may not ${name}`)
      try {
        const parsed = schema.safeParse(payload)
        if (!parsed.success) return refuse('bad-payload', z.prettifyError(parsed.error))
        const { commandId, issuedAt, ...input } = parsed.data as unknown as Envelope & Input<N>
        const sender = senderOf(actor)
        // One sender's ids can't answer for another's.
        const order = { key: `${sender}/${commandId}`, sender, issuedAt }
        const work = (change: Change): Promise<CommandResult<N>> => run(input as unknown as Input<N>, context, change)
        const value = await (how === 'beside' ? classroom.beside(order, () => work(classroom.change)) : classroom.once(order, work))
        if (value === null && resultNeeded.has(name)) return refuse('stale', 'done already, before the server restarted')
        return { ok: true, value }
      } catch (error) {
        if (error instanceof Refusal) return refuse(error.reason, error.message)
        log.error('command.failed', { command: name, classId: classroom.id, error })
        return refuse('internal', 'Something went wrong on our side.')
      }
    },
  }
}

/** What these are sent for is their result, and that of before a restart is gone. */
const resultNeeded: ReadonlySet<CommandName> = new Set(['group:add', 'group:split', 'points:give', 'checkpoint:restore'])

const refuse = (reason: RefusalReason, message: string): Reply<never> => ({ ok: false, reason, message })

type PlainCommand = Exclude<CommandName, keyof CommandResults>

/** A command that is nothing but a decision. In a class that has ended it is refused. */
export const decision = <N extends PlainCommand>(
  name: N, action: Action, decide: (state: ClassState, input: Input<N>, now: number, actor: Actor) => ClassState,
): Command => commandOf(name, action, (state, input, now, actor) => {
  requireOpen(state)
  return decide(state, input, now, actor)
})

/** As `decision`, also in a class that has ended. */
export const lastingDecision = <N extends PlainCommand>(
  name: N, action: Action, decide: (state: ClassState, input: Input<N>, now: number, actor: Actor) => ClassState,
): Command => commandOf(name, action, decide)

function commandOf<N extends PlainCommand>(name: N, action: Action, decide: (state: ClassState, input: Input<N>, now: number, actor: Actor) => ClassState): Command {
  const run = async (input: Input<N>, { actor }: CommandContext, change: Change): Promise<null> => {
    await change((state, now) => decide(state, input, now, actor))
    return null
  }
  return command(name, action, run as Run<N>)
}

/** @throws Refusal 'class-ended' */
export function requireOpen(state: ClassState): void {
  if (state.endedAt !== null) throw new Refusal('class-ended', 'the class has ended')
}
