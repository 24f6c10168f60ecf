import { MAX_GROUPS } from '../../shared/group/identity.ts'
import { type Quadrant, quadrants } from '../../shared/map/model.ts'

/** The colours of a map as the canvas wants them, `rgb(…)`, and the font that the page uses. */
export interface MapPalette {
  readonly ground: string
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly tint: Readonly<Record<Quadrant, string>>
  readonly name: Readonly<Record<Quadrant, string>>
  /** By a group's colour, from 1. */
  readonly group: readonly string[]
  readonly font: string
}

/**
 * Reads the palette that CSS gives `host`, which carries the class `map-theme`. A mixed colour comes back from the browser
 * in a notation that canvas libraries don't know, so each is painted once and its pixel read.
 */
export function readPalette(host: HTMLElement): MapPalette {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pixel = canvas.getContext('2d', { willReadFrequently: true })
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`
    const computed = getComputedStyle(probe).color
    if (!pixel) return computed
    pixel.fillStyle = computed
    pixel.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data
    return `rgb(${red},${green},${blue})`
  }
  const byQuadrant = (suffix: string): Record<Quadrant, string> => {
    const [attack = '', deepen = '', release = '', maintain = ''] = quadrants.map((quadrant) => read(`map-${quadrant}${suffix}`))
    return { attack, deepen, release, maintain }
  }
  const palette: MapPalette = {
    ground: read('map-ground'), ink: read('map-ink'), inkSoft: read('map-ink-soft'), line: read('map-line'),
    tint: byQuadrant(''), name: byQuadrant('-name'),
    group: Array.from({ length: MAX_GROUPS + 1 }, (_, colour) => (colour === 0 ? '' : read(`color-group-${colour}`))),
    font: getComputedStyle(host).fontFamily,
  }
  probe.remove()
  return palette
}
