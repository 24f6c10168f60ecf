import { renderUnicodeCompact } from 'uqr'
import { fill, type Words } from './words.ts'

export interface Greeting {
  /** Null when the disk takes none. */
  readonly trainerUrl: string | null
  /** Null without a network. */
  readonly joinUrl: string | null
  readonly dataFolder: string
  readonly warnings: readonly string[]
  /** Keys only work in a terminal. */
  readonly isTerminal: boolean
}

const indent = (text: string): string => text.split('\n').map((line) => `  ${line}`).join('\n')

/** The whole screen at the start, as one text. */
export function greet({ trainerUrl, joinUrl, dataFolder, warnings, isTerminal }: Greeting, words: Words): string {
  return [
    '',
    `  ${words.ready}`,
    '',
    `  ${words.trainer}`,
    `  ${trainerUrl ?? words.noLink}`,
    '',
    ...(joinUrl === null ? [`  ${words.noNetwork}`] : [`  ${words.join}`, `  ${joinUrl}`, '', indent(renderUnicodeCompact(joinUrl, { border: 1 }))]),
    '',
    `  ${fill(words.data, { folder: dataFolder })}`,
    ...warnings.map((warning) => `  ${warning}`),
    ...(isTerminal ? ['', `  ${words.trainerHint}`] : []),
    `  ${words.keys}`,
    '',
  ].join('\n')
}
