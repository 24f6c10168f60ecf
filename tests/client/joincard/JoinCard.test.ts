// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import JoinCard from '../../../client/features/joincard/JoinCard.vue'
import { messages } from '../../../client/features/joincard/messages.ts'
import { noWifi, type Wifi } from '../../../client/features/joincard/wifi.ts'
import { buildTrainerView } from '../console/makers.ts'

let card: VueWrapper | undefined
afterEach(() => card?.unmount())

function print(wifi: Wifi): VueWrapper {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { joincard: messages['zh-CN'] } } })
  card = mount(JoinCard, { props: { view: buildTrainerView(), wifi, showPassword: true, locale: 'zh-CN' }, global: { plugins: [i18n] } })
  return card
}
const headings = (of: VueWrapper) => of.findAll('h3').map((one) => one.text())

it('a card with the Wi-Fi numbers its two steps', () => expect(headings(print({ name: '海港厅', password: 'x', isHidden: false }))).toEqual(['1连上 Wi-Fi', '2进入课堂']))
it('a card without one has nothing to number', () => expect(headings(print(noWifi))).toEqual(['进入课堂']))

it('beside the two codes only the third step is left to say; without the Wi-Fi all three are', () => {
  const numbers = (of: VueWrapper) => of.findAll('ol b').map((one) => one.text())
  expect(numbers(print({ name: '海港厅', password: 'x', isHidden: false }))).toEqual(['3'])
  card?.unmount()
  expect(numbers(print(noWifi))).toEqual(['1', '2', '3'])
})
it('the two codes are of one size, whatever each of them holds', () => {
  const sizes = print({ name: '一个名字很长很长的会议室网络', password: 'and a password that is long', isHidden: true }).findAll('svg').map((one) => one.attributes('viewBox'))
  expect(sizes).toHaveLength(2)
  expect(new Set(sizes).size).toBe(1)
})
