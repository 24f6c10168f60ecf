/** The views of the map's panel. */
export const mapViews = ['map', 'findings', 'checks'] as const
export type MapView = (typeof mapViews)[number]

/** Where an activity of the agenda is worked on, or where a field (`map/reason/…`, `map/decision/…`) stands. */
export function viewOf(place: string | null): MapView {
  if (place === null) return 'map'
  if (place === 'findings' || /^map\/(reason|own|decision)\//.test(place)) return 'findings'
  return place === 'map/checks' ? 'checks' : 'map'
}
