import type { AgendaItem } from '../../../../shared/protocol/views.ts'

type DockCard = 'ask' | 'alone' | 'lock' | 'room' | 'projector' | 'class'

/** What the room is at comes first below the timer: the stage where something is shown together, an open poll, else what the item begins with. */
export function dockCards(current: Pick<AgendaItem, 'kind' | 'activity' | 'alone'> | null, isAsking: boolean): readonly DockCard[] {
  const asks: readonly DockCard[] = isAsking || !current?.alone.length ? ['ask', 'alone'] : ['alone', 'ask']
  if (current?.activity === 'sharing') return ['room', ...asks, 'lock', 'projector', 'class']
  return current?.kind === 'share' ? ['projector', ...asks, 'lock', 'room', 'class'] : [...asks, 'lock', 'room', 'projector', 'class']
}
