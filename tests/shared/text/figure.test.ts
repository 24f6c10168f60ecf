import { expect, it } from 'vitest'
import { agreementText, figureText, signedText, withMinus } from '../../../shared/text/figure.ts'

it('below zero there is a minus sign, never a hyphen', () => {
  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    expect(agreementText(-0.54, locale)).toBe('−0.54')
    expect(figureText(-1_200, locale)).toBe('−1,200')
    expect(signedText(-5, locale)).toBe('−5')
  }
  expect(withMinus('-3')).toBe('−3')
})

it('what rounds to nothing has no sign', () => {
  expect(agreementText(-0.001, 'zh-CN')).toBe('0.00')
  expect(signedText(0, 'zh-CN')).toBe('0')
})

it('a difference upwards says so', () => expect(signedText(5, 'zh-CN')).toBe('+5'))
