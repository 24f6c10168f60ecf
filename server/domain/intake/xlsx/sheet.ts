import { intakeLimit } from '../../../../shared/intake/table.ts'
import { truncateCodePoints } from '../../../../shared/text/sanitise.ts'
import { gatherSheet, type SheetGatherer, type TextBudget } from '../plainTable.ts'
import { type NumberKind, numberText } from './styles.ts'
import { attributeOf, readXml } from './xml.ts'

/** What the sheets of a workbook share. */
export interface Book {
  readonly texts: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
  readonly budget: TextBudget
}

/** Texts that cells name by number; formatted pieces are put together, readings of Chinese characters (`rPh`) left out. */
export function readSharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = []
  if (xml === undefined) return texts
  let [text, inText, aside] = ['', false, false]
  readXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside = true
      else if (name === 't') inText = !aside
    },
    close(name) {
      if (name === 'si') texts.push(truncateCodePoints(text, intakeLimit.cell))
      else if (name === 'rPh') aside = false
      else if (name === 't') inText = false
    },
    text(piece) {
      if (inText) text += piece
    },
  })
  return texts
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  inline: string
}

export function readSheet(xml: string, book: Book): SheetGatherer {
  const gatherer = gatherSheet(book.budget)
  let [row, column, tooFar] = [-1, -1, false]
  let cell: Cell | null = null
  let into: 'value' | 'inline' | null = null
  let aside = false
  readXml(xml, {
    done: () => tooFar,
    open(name, attributes) {
      if (name === 'row') {
        row = placeOf(attributeOf(attributes, 'r')) ?? row + 1
        column = -1
        tooFar = gatherer.full(row)
      } else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
        cell = { row, column, type: attributeOf(attributes, 't') ?? 'n', style: Number(attributeOf(attributes, 's') ?? 0), value: '', inline: '' }
      } else if (name === 'rPh') aside = true
      else if (name === 'v') into = 'value'
      else if (name === 't' && !aside) into = 'inline'
    },
    text(piece) {
      if (cell && into) cell[into] += piece
    },
    close(name) {
      if (name === 'v' || name === 't') into = null
      else if (name === 'rPh') aside = false
      else if (name === 'sheetData') tooFar = true
      else if (name === 'c' && cell) {
        const text = textOf(cell, book)
        if (text !== '') gatherer.put(cell.row, cell.column, text)
        cell = null
      }
    },
  })
  return gatherer
}

function textOf({ type, style, value, inline }: Cell, book: Book): string {
  switch (type) {
    case 's': return (/^\d{1,7}$/.test(value.trim()) ? book.texts[Number(value)] : undefined)?.trim() ?? ''
    case 'inlineStr': return inline.trim()
    case 'b': return value.trim() === '1' ? 'TRUE' : 'FALSE'
    // What could not be computed says nothing.
    case 'e': return ''
    case 'str':
    case 'd': return value.trim()
    default: {
      const number = Number(value)
      return value.trim() === '' || !Number.isFinite(number) ? inline.trim() : numberText(number, book.kinds[style] ?? 'plain', book.from1904)
    }
  }
}

/** From 0. */
const placeOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) - 1 : undefined)

/** "AB7" → 27, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d/i.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
