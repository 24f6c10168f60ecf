import { signInTrainer, type TrainerApi } from '../simulator/api.ts'
import { type BuiltServer, startBuiltServer } from '../support/builtServer.ts'

/** The program at work, with its trainer signed in. */
export interface Program {
  readonly server: BuiltServer
  readonly trainer: TrainerApi
}

export async function startProgram(): Promise<Program> {
  const server = await startBuiltServer()
  return { server, trainer: await signInTrainer(server.localUrl, server.trainerKey) }
}
