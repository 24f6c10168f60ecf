import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { Locale } from '../../../shared/language/locale.ts'

const SIZE = { width: 1200, height: 900 } as const
/** Sharp on a slide. */
const SCALE = 2

/** The picture as a PNG in a data address, or null where the device can't paint it. */
export async function pngOf(work: GroupWork, groupIndex: number, locale: Locale): Promise<string | null> {
  const { mapPicture } = await import('../../../shared/workbook/mapPicture.ts')
  const svg = mapPicture({ work, groupIndex, title: '', locale, ...SIZE })
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = SIZE.width * SCALE
    canvas.height = SIZE.height * SCALE
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return pen ? canvas.toDataURL('image/png') : null
  } catch {
    return null // an old browser that paints no SVG; the file is still there
  }
}
