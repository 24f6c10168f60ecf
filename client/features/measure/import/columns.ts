import type { IntakeSheet } from '../../../../shared/intake/table.ts'
import { nearlySameName, sameName } from '../../../../shared/scale/similarNames.ts'
import { nameKey } from '../../../../shared/text/sanitise.ts'
import { type Column as FactorColumn } from '../grading.ts'

/** What a column of the file becomes. */
export type Meaning = { readonly kind: 'skip' | 'name' | 'note' | 'effort' | 'revenue' } | { readonly kind: 'factor'; readonly factorId: string }
export const meaningKey = (meaning: Meaning): string => (meaning.kind === 'factor' ? `factor:${meaning.factorId}` : meaning.kind)
export const skip: Meaning = { kind: 'skip' }

/** How a sheet is read. */
export interface Matching {
  /** The row that names the columns, from 0; null when all rows are customers. */
  readonly header: number | null
  /** One for each column of the sheet. */
  readonly meanings: readonly Meaning[]
}

/** What the columns of such lists are called at work, the likeliest first. */
const known: readonly (readonly [kind: 'name' | 'note' | 'effort' | 'revenue', words: readonly string[]])[] = [
  ['name', ['客户名称', '公司名称', '客户全称', '公司全称', '客戶全稱', '公司全稱', '客户简称', '公司简称', '客戶簡稱', '公司簡稱', '客户', '客戶名稱', '公司名稱', '客戶', '企业名称', '单位名称', '公司', '企业', '企業', '单位', '單位', '名称', '名稱', 'customer name', 'company name', 'account name', 'client name', 'customer', 'company', 'account', 'client', 'name']],
  ['effort', ['投入', '拜访次数', '拜訪次數', '拜访', '工时', '费用', 'effort', 'visits', 'hours', 'budget']],
  ['revenue', ['收入', '年收入', '销售额', '銷售額', '营业额', '成交额', 'revenue', 'sales', 'turnover']],
  ['note', ['备注', '備註', '说明', '說明', '情况', 'notes', 'note', 'remarks', 'remark', 'comment']],
]
/** Titles and empty rows may stand above the names of the columns. */
const LOOKED_AT = 10

export const columnCount = (sheet: IntakeSheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
const isFilled = (cell: string): boolean => cell.trim() !== ''
/** "年采购额（万元）" is called 年采购额. */
const bare = (title: string): string => title.replace(/[（(【[].*$/u, '').trim()

/** The first guess, which the person can change: by the words of the row that looks like names of columns. */
export function guessMatching(sheet: IntakeSheet, factors: readonly FactorColumn[]): Matching {
  const guesses = sheet.rows.slice(0, LOOKED_AT).map((row, at) => ({ at, found: guessMeanings(row, factors) }))
  const best = guesses.reduce<(typeof guesses)[number] | null>((top, guess) => (score(guess.found) > score(top?.found ?? []) ? guess : top), null)
  const header = best && score(best.found) > 0 ? best.at : null
  return { header, meanings: withName(pad(best && header !== null ? best.found : [], columnCount(sheet)), sheet, header) }
}

/** When the person says which row names the columns. */
export const matchBy = (sheet: IntakeSheet, header: number | null, factors: readonly FactorColumn[]): Matching => ({
  header, meanings: withName(pad(guessMeanings(header === null ? [] : (sheet.rows[header] ?? []), factors), columnCount(sheet)), sheet, header),
})

/** The row that would name the columns, if one does: the first with anything in it. */
export const firstFilledRow = (sheet: IntakeSheet): number => Math.max(0, sheet.rows.findIndex((row) => row.some(isFilled)))

/** Gives a column its meaning; another column that had it is left out. */
export const choose = ({ header, meanings }: Matching, column: number, meaning: Meaning): Matching => ({
  header,
  meanings: meanings.map((one, at) => (at === column ? meaning : meaning.kind !== 'skip' && meaningKey(one) === meaningKey(meaning) ? skip : one)),
})

export const hasName = ({ meanings }: Matching): boolean => meanings.some(({ kind }) => kind === 'name')

/** Whether a row's cell names the column of customers rather than a customer. */
export const isNameTitle = (cell: string): boolean => isFilled(cell) && knownWord((word) => nameKey(bare(cell)) === word)?.kind === 'name'

const score = (meanings: readonly Meaning[]): number => meanings.filter(({ kind }) => kind !== 'skip').length
const pad = (meanings: readonly Meaning[], count: number): Meaning[] => Array.from({ length: count }, (_none, at) => meanings[at] ?? skip)

function guessMeanings(titles: readonly string[], factors: readonly FactorColumn[]): Meaning[] {
  const taken = new Set<string>()
  const meanings: Meaning[] = titles.map(() => skip)
  const take = (at: number, meaning: Meaning): void => {
    if (meanings[at] !== skip || taken.has(meaningKey(meaning))) return
    meanings[at] = meaning
    taken.add(meaningKey(meaning))
  }
  // What is called the same comes before what is called nearly so, and a factor before a word that merely occurs in it.
  const rounds: readonly ((title: string) => Meaning | undefined)[] = [
    (title) => factorCalled(factors, (name) => sameName(name, title) || sameName(name, bare(title))),
    (title) => knownWord((word) => nameKey(bare(title)) === word),
    (title) => factorCalled(factors, (name) => nearlySameName(name, bare(title))),
    (title) => knownWord((word) => nameKey(bare(title)).includes(word)),
  ]
  for (const round of rounds) {
    titles.forEach((title, at) => {
      const meaning = isFilled(title) && title.length <= 40 ? round(title) : undefined
      if (meaning) take(at, meaning)
    })
  }
  return meanings
}

function factorCalled(factors: readonly FactorColumn[], fits: (name: string) => boolean): Meaning | undefined {
  const found = factors.find(({ factor }) => factor.name !== '' && fits(factor.name))
  return found && { kind: 'factor', factorId: found.factor.id }
}
function knownWord(fits: (word: string) => boolean): Meaning | undefined {
  const found = known.find(([, words]) => words.some(fits))
  return found && { kind: found[0] }
}

/** Without a column that is called so, the names are the first column with words in it. */
function withName(meanings: readonly Meaning[], sheet: IntakeSheet, header: number | null): Meaning[] {
  if (meanings.some(({ kind }) => kind === 'name')) return [...meanings]
  const rows = sheet.rows.slice(header === null ? 0 : header + 1)
  const column = meanings.findIndex(({ kind }, at) => kind === 'skip' && rows.some((row) => /\p{L}/u.test(row[at] ?? '')))
  return meanings.map((meaning, at) => (at === column ? { kind: 'name' } : meaning))
}
