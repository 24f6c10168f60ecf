import type { Localized } from '../language/locale.ts'
import { withTraditional } from '../language/traditional.ts'
import { bilingual as t } from '../scale/bilingual.ts'
import type { Axis } from '../scale/model.ts'
import { type SampleCustomer, sampleCustomers } from './sampleCustomers.ts'
import traditional from './samples.zh-TW.json' with { type: 'json' }

/** A factor of the library with the weight that the group gives it; a scale's weights total 100. */
export interface SampleFactor {
  readonly libraryId: string
  readonly weight: number
}

export interface SampleGroup {
  readonly name: Localized
  readonly members: readonly Localized[]
  readonly scales: Readonly<Record<Axis, readonly SampleFactor[]>>
  readonly customers: readonly SampleCustomer[]
}

/** Written as `'annual-spend 25, expansion 20'`, so that a scale reads as one line. */
const scale = (line: string): readonly SampleFactor[] => line.split(', ').map((entry) => {
  const [libraryId = '', weight] = entry.split(' ')
  return { libraryId, weight: Number(weight) }
})

/** Six groups of a made-up class, for the demo, tests and screenshots. */
export const sampleGroups: readonly SampleGroup[] = withTraditional<readonly SampleGroup[]>([
  {
    name: t('远航队', 'Voyagers'),
    members: [t('林晓彤', 'Tina Lin'), t('周建业', 'Jason Zhou'), t('陈思远', 'Simon Chen'), t('何雨桐', 'Yvonne He'), t('马国栋', 'Gordon Ma')],
    scales: {
      potential: scale('annual-spend 25, expansion 20, winnable-share 20, budget-status 15, technical-fit 10, decision-cycle 10'),
      relationship: scale('decision-access 30, wallet-share 25, information 20, visits 15, overdue-days 10'),
    },
    customers: sampleCustomers.voyagers,
  },
  {
    name: t('猎鹰队', 'Falcons'),
    members: [t('赵一鸣', 'Ethan Zhao'), t('孙佳慧', 'Grace Sun'), t('吴海峰', 'Harvey Wu'), t('郑可欣', 'Coco Zheng')],
    scales: {
      potential: scale('annual-spend 30, spend-growth 20, expected-margin 20, competitors 15, payment-ability 15'),
      relationship: scale('contact-level 25, wallet-share 30, contract 25, quote-response 20'),
    },
    customers: sampleCustomers.falcons,
  },
  {
    name: t('破浪队', 'Wavebreakers'),
    members: [t('冯立新', 'Leo Feng'), t('蒋文静', 'Wendy Jiang'), t('沈浩然', 'Howard Shen'), t('韩梅影', 'May Han'), t('杨子墨', 'Zoe Yang')],
    scales: {
      potential: scale('budget-status 20, annual-spend 20, replacement 15, sites 10, reference-value 10, price-weight 15, urgency 10'),
      relationship: scale('decision-access 25, coach 20, information 15, departments 15, visits 15, complaints 10'),
    },
    customers: sampleCustomers.wavebreakers,
  },
  {
    name: t('星火队', 'Sparks'),
    members: [t('许嘉宁', 'Nina Xu'), t('曹志强', 'Kevin Cao'), t('邓一凡', 'Ivan Deng'), t('彭雪莹', 'Cherie Peng')],
    scales: {
      potential: scale('sites 25, budget-status 20, urgency 20, product-lines 15, decision-cycle 10, expansion 10'),
      relationship: scale('early-involvement 30, decision-access 30, joint-projects 20, referrals 20'),
    },
    customers: sampleCustomers.sparks,
  },
  {
    name: t('磐石队', 'Bedrock'),
    members: [t('罗振邦', 'Robin Luo'), t('谢婉清', 'Wanda Xie'), t('唐少杰', 'Jay Tang'), t('董晓梅', 'Mia Dong'), t('袁成刚', 'Grant Yuan')],
    scales: {
      potential: scale('annual-spend 25, payment-ability 25, winnable-share 15, expansion 15, order-frequency 10, price-weight 10'),
      relationship: scale('wallet-share 25, overdue-days 25, contact-level 20, contract 15, visits 15'),
    },
    customers: sampleCustomers.bedrock,
  },
  {
    name: t('启明队', 'Morning Star'),
    members: [t('高亦辰', 'Ian Gao'), t('梁诗雨', 'Shelly Liang'), t('宋明哲', 'Marcus Song'), t('潘若兰', 'Laura Pan')],
    scales: {
      potential: scale('annual-spend 20, spend-growth 10, technical-fit 15, expected-margin 15, competitors 10, reference-value 10, winnable-share 10, budget-status 10'),
      relationship: scale('coach 30, information 25, wallet-share 25, quote-response 20'),
    },
    customers: sampleCustomers.morningStar,
  },
], traditional)
