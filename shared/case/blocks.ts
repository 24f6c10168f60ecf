/** A part of a case's text, as it is set. */
export type CaseBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly points: readonly string[] }

/** A text in blocks: "## " begins a heading, "- " a point of a list, a blank line another paragraph; a single line break stays. */
export function caseBlocks(text: string): readonly CaseBlock[] {
  const blocks: CaseBlock[] = []
  let paragraph: string[] = []
  let points: string[] = []
  const end = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join('\n') })
    if (points.length > 0) blocks.push({ kind: 'list', points })
    paragraph = []
    points = []
  }
  for (const line of text.split('\n').map((one) => one.trim())) {
    const isPoint = line.startsWith('- ')
    if (line === '' || line.startsWith('## ') || (isPoint ? paragraph.length > 0 : points.length > 0)) end()
    if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: line.slice(3) })
    else if (isPoint) points.push(line.slice(2))
    else if (line !== '') paragraph.push(line)
  }
  end()
  return blocks
}
