import { intakeLimit, type IntakeSheet, type IntakeTable } from '../../../../shared/intake/table.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { newTextBudget } from '../plainTable.ts'
import { openZip, type Zip } from '../zip.ts'
import { readSharedTexts, readSheet } from './sheet.ts'
import { readNumberKinds } from './styles.ts'
import { attributeOf, readXml } from './xml.ts'

const zipLimits = { bytes: intakeLimit.unpackedBytes, ratio: 300, entries: 2_000 }

interface Relation {
  readonly type: string
  /** From the top of the zip. */
  readonly target: string
}
interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

/**
 * A workbook of Excel, WPS or LibreOffice as text: shared and inline texts, numbers as they are meant, and of formulas the
 * values that were last computed. Nothing is computed, and nothing outside of the file is looked at.
 * @throws Refusal 'file-kind' | 'file-old-excel' | 'file-damaged' | 'file-too-large'
 */
export function readXlsx(bytes: Uint8Array): IntakeTable {
  const zip = openZip(bytes, zipLimits)
  const main = [...relationsOf(zip, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  refuseOthers(zip, main)
  const { entries, from1904 } = readWorkbook(textOf(zip, main) ?? '')
  const relations = relationsOf(zip, main)
  const partOf = (kind: string): string | undefined => [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target
  const [textsPart, stylesPart] = [partOf('sharedStrings'), partOf('styles')]
  const book = {
    texts: readSharedTexts(textsPart === undefined ? undefined : textOf(zip, textsPart)),
    kinds: readNumberKinds(stylesPart === undefined ? undefined : textOf(zip, stylesPart)),
    from1904,
    budget: newTextBudget(),
  }
  const sheets = entries.slice(0, intakeLimit.sheets).flatMap((entry): IntakeSheet[] => {
    const target = relations.get(entry.relation)?.target
    const xml = target === undefined ? undefined : textOf(zip, target)
    // A chart that is a sheet of its own has no cells.
    return xml === undefined || !relations.get(entry.relation)?.type.endsWith('/worksheet') ? [] : [readSheet(xml, book).sheet(entry.name, entry.hidden)]
  })
  return { kind: 'xlsx', sheets }
}

function refuseOthers(zip: Zip, main: string): void {
  if (zip.names.includes(main) && main.endsWith('.xml') && !/^(?:word|ppt)\//.test(main)) return
  if (zip.names.some((name) => name.endsWith('workbook.bin'))) throw new Refusal('file-old-excel', 'a binary workbook')
  throw new Refusal('file-kind', 'a zip, but no workbook')
}

function textOf(zip: Zip, name: string): string | undefined {
  const bytes = zip.read([name]).get(name)
  if (!bytes) return undefined
  try {
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('file-damaged', 'a part that is no text')
  }
}

/** What a part names as belonging to it, by id. */
function relationsOf(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const cut = part.lastIndexOf('/') + 1
  const [folder, file] = [part.slice(0, cut), part.slice(cut)]
  const relations = new Map<string, Relation>()
  readXml(textOf(zip, `${folder}_rels/${file}.rels`) ?? '', {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      const target = attributeOf(attributes, 'Target') ?? ''
      relations.set(attributeOf(attributes, 'Id') ?? '', { type: attributeOf(attributes, 'Type') ?? '', target: target.startsWith('/') ? target.slice(1) : folder + target })
    },
  })
  return relations
}

function readWorkbook(xml: string): { readonly entries: readonly SheetEntry[]; readonly from1904: boolean } {
  const entries: SheetEntry[] = []
  let from1904 = false
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      entries.push({
        name: attributeOf(attributes, 'name') ?? '',
        hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
        relation: attributeOf(attributes, 'id') ?? '',
      })
    },
  })
  return { entries, from1904 }
}
