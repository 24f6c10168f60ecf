import type { Page } from '@playwright/test'
import { messages as deskWords } from '../../client/features/console/messages.ts'
import { messages as workspaceWords } from '../../client/features/workspace/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { ProjectorScene } from '../../shared/protocol/commands.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import type { ControlLine, TrainerApi } from '../simulator/api.ts'
import type { SimulatedClass } from '../simulator/classPlay.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import type { Camera, Visitor } from './camera.ts'

export const desk = inEveryLanguage(deskWords)
export const workspace = inEveryLanguage(workspaceWords)

/** The class that is photographed: who is at its devices, where their pages are, and the trainer's hands. */
export interface Studio {
  readonly camera: Pick<Camera, 'shoot'>
  readonly locale: Locale
  /** Of the server. */
  readonly url: string
  readonly api: TrainerApi
  readonly control: ControlLine<TrainerView>
  readonly classId: string
  readonly simulated: SimulatedClass
  /** The workspace, and the first member of the first group at it. */
  readonly path: string
  readonly seat: Visitor
  readonly consolePath: string
  readonly trainer: Visitor
  readonly projectorPath: string
}

export const show = ({ control }: Pick<Studio, 'control'>, scene: ProjectorScene): Promise<unknown> => control.send('projector:show', { scene })

/** Makes the item the current one: the first with this activity, or the one with this id. */
export async function goTo({ control }: Pick<Studio, 'control'>, wanted: string): Promise<void> {
  const { agenda, currentId } = await control.view()
  const item = agenda.find(({ id, activity }) => activity === wanted || id === wanted)
  if (!item) throw new Error(`${wanted} is not on the agenda`)
  await control.send('agenda:go', { to: item.id, from: currentId })
  await control.until((view) => view.currentId === item.id)
}

/** A place of the workspace, by the name that it has in the rail. */
export const openPlace = (page: Page, locale: Locale, name: string): Promise<void> =>
  page.getByRole('navigation', { name: workspace[locale].rail }).getByRole('button', { name: new RegExp(`^${name}`) }).click()
