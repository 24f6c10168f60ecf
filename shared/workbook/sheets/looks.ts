import type { Quadrant } from '../../map/model.ts'
import { colour } from '../ooxml/palette.ts'
import type { Overlay, Style } from '../ooxml/styles.ts'

/** What the cells of all sheets look like, by what they are. */
export const look = {
  title: { bold: true, size: 18, colour: colour.tealStrong },
  section: { bold: true, size: 13, colour: colour.tealStrong },
  hint: { colour: colour.inkSoft, wrap: true },
  heading: { bold: true, colour: colour.white, fill: colour.teal, border: true, across: 'center', wrap: true },
  text: { border: true, wrap: true, text: true, indent: 1 },
  words: { border: true, wrap: true, indent: 1 },
  centred: { border: true, across: 'center', wrap: true },
  input: { border: true, fill: colour.amberSoft, across: 'center' },
  inputText: { border: true, fill: colour.amberSoft, text: true, wrap: true, indent: 1 },
  computed: { border: true, across: 'center', colour: colour.inkSoft },
  score: { border: true, across: 'center', bold: true, format: '0' },
  share: { border: true, across: 'center', colour: colour.inkSoft, format: '0%' },
  figure: { bold: true, size: 14, border: true, across: 'center' },
} as const satisfies Readonly<Record<string, Style>>

export const quadrantLook: Readonly<Record<Quadrant, Required<Overlay>>> = {
  attack: { bold: true, colour: colour.orange, fill: colour.orangeSoft },
  deepen: { bold: true, colour: colour.tealStrong, fill: colour.tealSoft },
  maintain: { bold: true, colour: colour.slate, fill: colour.slateSoft },
  release: { bold: true, colour: colour.warm, fill: colour.warmSoft },
}

const LINE = 18
/** Height in points of a row that shows the text in a column of this width; a hanzi is as wide as two letters. */
export function heightOf(text: string, width: number, least = LINE): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 3))), 0)
  return Math.min(400, Math.max(least, lines * LINE))
}

const widthOf = (line: string): number => Array.from(line).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 2.1 : 1.1), 0)
