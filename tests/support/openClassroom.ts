import { newId } from '../../server/domain/class/ids.ts'
import type { Admission, JoinInfo } from '../../shared/protocol/http.ts'
import type { CommandName, CommandPayload, CommandResult, Envelope } from '../../shared/protocol/commands.ts'
import type { Reply } from '../../shared/protocol/reply.ts'
import type { ParticipantView, ProjectorView, TrainerView } from '../../shared/protocol/views.ts'
import { join, joinInfo, openControl, signInTrainer, tokenAuth, trainerAuth, type ControlLine, type TrainerApi } from '../simulator/api.ts'
import type { TestServer } from './startServer.ts'

export interface Seated {
  readonly admission: Admission
  readonly line: ControlLine<ParticipantView>
}
export interface Classroom {
  readonly api: TrainerApi
  readonly classId: string
  readonly code: string
  readonly info: JoinInfo
  readonly trainer: ControlLine<TrainerView>
  groupId(place: number): string
  /** Over HTTP, then on the control channel. */
  seat(name: string, group?: number): Promise<Seated>
  projector(): Promise<ControlLine<ProjectorView>>
  /** A second console. */
  console(): ControlLine<TrainerView>
  /** Sends with the time of the server's clock, also of one that jumps. */
  send<N extends CommandName>(line: Pick<ControlLine, 'socket'>, name: N, payload: CommandPayload<N>, envelope?: Partial<Envelope>): Promise<Reply<CommandResult<N>>>
  /** The trainer does it, and it may not be refused. */
  does<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<void>
  close(): void
}

/** A class on a running server, with the trainer at the console. */
export async function openClassroom(server: Pick<TestServer, 'url' | 'now' | 'trainerKey'>, { groups = 3 }: { readonly groups?: number } = {}): Promise<Classroom> {
  const { url } = server
  const api = await signInTrainer(url, await server.trainerKey())
  const classId = await api.createClass({ groups, trainerName: '王老师' })
  const lines: { close(): void }[] = []
  const keep = <L extends { close(): void }>(line: L): L => {
    lines.push(line)
    return line
  }
  const console = (): ControlLine<TrainerView> => keep(openControl<TrainerView>(url, trainerAuth(classId), api.cookie))
  const trainer = console()
  const { class: { code } } = await trainer.view()
  const info = await joinInfo(url, code)
  const groupId = (place: number): string => {
    const group = info.groups[place]
    if (!group) throw new Error(`there is no group ${place}`)
    return group.id
  }
  const send: Classroom['send'] = (line, name, payload, envelope) =>
    line.socket.timeout(8_000).emitWithAck(name, { ...payload, commandId: newId(), issuedAt: server.now(), ...envelope })
  return {
    api, classId, code, info, trainer, groupId, console,
    async seat(name, group = 0) {
      const admission = await join(url, { code, name, groupId: groupId(group) })
      return { admission, line: keep(openControl<ParticipantView>(url, tokenAuth('participant', admission.token))) }
    },
    async projector() {
      return keep(openControl<ProjectorView>(url, tokenAuth('projector', await api.projectorToken(classId))))
    },
    send,
    async does(name, payload) {
      const reply = await send(trainer, name, payload)
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.reason} (${reply.message})`)
    },
    close: () => lines.forEach((line) => line.close()),
  }
}
