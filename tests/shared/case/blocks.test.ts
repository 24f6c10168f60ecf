import { describe, expect, it } from 'vitest'
import { caseBlocks } from '../../../shared/case/blocks.ts'

describe('the text of a case', () => {
  it('K1: has paragraphs, headings and lists', () => {
    expect(caseBlocks('## 起点\n第一段\n接着\n\n第二段\n- 一\n- 二\n后面')).toEqual([
      { kind: 'heading', text: '起点' },
      { kind: 'paragraph', text: '第一段\n接着' },
      { kind: 'paragraph', text: '第二段' },
      { kind: 'list', points: ['一', '二'] },
      { kind: 'paragraph', text: '后面' },
    ])
  })

  it('K2: blank lines alone make nothing', () => {
    expect(caseBlocks('\n \n')).toEqual([])
  })
})
