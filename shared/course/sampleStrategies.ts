import { withTraditional } from '../language/traditional.ts'
import traditional from './sampleStrategies.zh-TW.json' with { type: 'json' }
import type { Localized } from '../language/locale.ts'
import type { Quadrant } from '../map/model.ts'
import { bilingual as t } from '../scale/bilingual.ts'
import type { GenericStrategy, Lever } from '../strategy/model.ts'
import type { UspSource } from '../usp/model.ts'

/** Tests as `yyn?`: yes, yes, no, not sure; three letters. */
export interface SampleUsp {
  readonly source: UspSource
  readonly claim: Localized
  readonly evidence: Localized
  readonly competitor: Localized
  readonly forWhom: Localized
  readonly tests: string
  /** Dots of the first, second, third … member. */
  readonly dots: readonly number[]
  readonly fails?: Localized
}

export interface SampleAction {
  readonly what: Localized
  readonly resource: Localized
  readonly measure: Localized
  /** Days after the class. */
  readonly inDays: number
}
export interface SampleStrategy {
  /** For all of its customers. */
  readonly quadrant: Quadrant
  readonly goal: Localized
  readonly goalInDays: number
  readonly analysis: Localized
  readonly generic: GenericStrategy
  readonly approach: Localized
  readonly notes: Partial<Readonly<Record<Lever, Localized>>>
  readonly actions: readonly SampleAction[]
  readonly indicators: readonly { readonly name: Localized; readonly target: Localized; readonly inDays: number }[]
  readonly improve: Localized
}

const usp = (source: UspSource, claim: Localized, evidence: Localized, competitor: Localized, forWhom: Localized, tests: string, dots: readonly number[], fails?: Localized): SampleUsp =>
  ({ source, claim, evidence, competitor, forWhom, tests, dots, ...(fails ? { fails } : {}) })
const farHills = t('远山设备', 'Far Hills Equipment')
const northGate = t('北门工业', 'North Gate Industries')
const importers = t('进口品牌的代理商', 'Agents of imported brands')

/** What a simulated group writes; the groups take turns with these lists, so that no two walls look alike. */
export const sampleUspLists: readonly (readonly SampleUsp[])[] = withTraditional<readonly (readonly SampleUsp[])[]>([
  [
    usp('service', t('报修后 4 小时内到场，含夜间和周末', 'On site within 4 hours of a call, nights and weekends too'), t('去年 312 次报修，4 小时内到场 96%', '312 calls last year, 96% within 4 hours'), farHills, t('三班倒、停机一小时损失上万的工厂', 'Plants that run day and night'), 'yyy', [2, 1, 3, 0, 1], t('对手在当地也有驻点的城市', 'Cities where the rival has a base too')),
    usp('product', t('零下 40 度不预热就能启动', 'Starts at −40 °C without preheating'), t('第三方低温测试报告，编号可查', 'Low-temperature report by an outside lab'), importers, t('北方露天作业的项目', 'Outdoor projects in the north'), 'yyy', [1, 1, 0, 2, 1]),
    usp('position', t('本地份额第一，常用件当天有货', 'First in the local market; usual parts the same day'), t('本地仓库 1,800 种备件，缺货率 2%', '1,800 parts in the local store, 2% out of stock'), northGate, t('怕等备件的中小工厂', 'Smaller plants that can’t wait for parts'), 'yy?', [0, 1, 0, 1, 1]),
    usp('brand', t('全省唯一入选行业白名单的供应商', 'The only supplier of the province on the industry’s white list'), t('协会名单，每年公布', 'Published by the association every year'), northGate, t('要过审计的大企业采购', 'Large buyers who are audited'), 'yny', [0, 0, 0, 0, 0]),
    usp('other', t('自有检测中心，样品三天出报告', 'A test lab of our own: results in three days'), t('去年为客户做了 140 份报告', '140 reports for customers last year'), farHills, t('打样频繁的研发型客户', 'Customers who try many samples'), 'yyy', [0, 0, 0, 0, 0]),
  ],
  [
    usp('product', t('同样的线，换型只要 12 分钟', 'The same line changes over in 12 minutes'), t('两家客户的换型录像和签字记录', 'Videos and signed records of two customers'), importers, t('小批量、多品种的工厂', 'Plants with small batches'), 'yyy', [2, 2, 1, 0]),
    usp('service', t('驻厂工程师先陪跑三个月', 'An engineer stays on site for the first three months'), t('七个项目无一例外提前达产', 'Seven projects, all at full output ahead of time'), northGate, t('第一次上自动化的客户', 'Customers new to automation'), 'yyy', [1, 1, 2, 2]),
    usp('brand', t('食品安全体系认证最全', 'The most complete set of food-safety certificates'), t('六项证书，都在有效期内', 'Six certificates, all valid'), farHills, t('出口型食品厂', 'Food plants that export'), '?yy', [0, 0, 0, 1]),
    usp('position', t('离客户最近：两小时车程内三个仓', 'Nearest to customers: three stores within two hours'), t('地图和近半年配送记录', 'A map and six months of deliveries'), importers, t('保质期短的产品', 'Products with a short shelf life'), 'yyy', [0, 0, 0, 0]),
    usp('other', t('和高校合办的配方实验室', 'A recipe lab together with a university'), t('三年联合申请 9 项专利', 'Nine joint patents in three years'), northGate, t('要做新品的品牌', 'Brands that launch new products'), 'yy?', [0, 0, 0, 0]),
  ],
], traditional)

/** One for customers to attack and one for those to maintain, as the course asks; they differ on purpose. */
export const sampleStrategies: readonly SampleStrategy[] = withTraditional<readonly SampleStrategy[]>([
  {
    quadrant: 'attack',
    goal: t('三个月内在两家进攻客户各拿下一条试用线，首单合计 80 万元', 'One trial line at two of these customers within three months, 800,000 in first orders'), goalInDays: 90,
    analysis: t('都在扩产，设备主管说了算，采购只看价格。现在用对手的货，最怕停机；我们去年只拜访过一次。', 'All are expanding; the head of equipment decides, purchasing looks at the price. They buy from a rival and fear downtime; we came once last year.'),
    generic: 'differentiation', approach: t('用 4 小时到场的服务，让设备主管不再怕停机，从而愿意先试一条线', 'With service within four hours the head of equipment stops fearing downtime, and will try one line'),
    notes: {
      product: t('一条试用线加三个月驻点工程师', 'One trial line with an engineer on site for three months'), value: t('每少停机一小时，省下 1.2 万元', 'Each hour without downtime saves 12,000'),
      price: t('试用免费，达标后按年付，不降单价', 'A free trial, then yearly payment; the price stays'), cost: t('换装由我们在周末完成，不占生产时间', 'We change over at a weekend; no production is lost'),
      place: t('从最近的驻点供货，备件先放进客户仓库', 'From the nearest base; spare parts in the customer’s own store'), convenience: t('一个电话报修，一个人跟到底', 'One number to call, one person to the end'),
      promotion: t('先做免费产线诊断，再请他们看样板工厂', 'A free diagnosis first, then a visit to a reference plant'), communication: t('每两周见一次设备主管，只谈停机数据', 'See the head of equipment every two weeks, about downtime only'),
    },
    actions: [
      { what: t('上门做免费产线诊断', 'Free diagnosis of the line on site'), resource: t('工程师两人两天', 'Two engineers, two days'), measure: t('客户签收诊断报告', 'The customer has signed the report'), inDays: 10 },
      { what: t('请设备主管参观样板工厂', 'Take the head of equipment to a reference plant'), resource: t('差旅 6,000 元，样板客户陪同', 'Travel, and the reference customer'), measure: t('两家都到场，并列出三个问题', 'Both came and named three problems'), inDays: 25 },
      { what: t('装上试用线并驻点', 'Install the trial line and stay'), resource: t('试用机一套，驻点工程师', 'A trial set, an engineer'), measure: t('连续 30 天停机少于 2 小时', 'Under 2 hours of downtime in 30 days'), inDays: 55 },
      { what: t('总经理拜访，签首单', 'Our general manager comes to sign the first order'), resource: t('总经理半天', 'Half a day of the general manager'), measure: t('两份合同，合计 80 万元', 'Two contracts, 800,000'), inDays: 85 },
    ],
    indicators: [
      { name: t('见到设备主管的次数', 'Meetings with the head of equipment'), target: t('每家每月 2 次', '2 a month at each'), inDays: 30 },
      { name: t('试用线的停机时间', 'Downtime of the trial line'), target: t('每月少于 2 小时', 'Under 2 hours a month'), inDays: 60 },
    ],
    improve: t('每月底复盘一次，周经理召集。一个月还见不到设备主管，就换样板工厂的厂长去引荐；做成后把诊断做法用到其余进攻客户。', 'Look back when each month ends. If after a month nobody met the head of equipment, let the reference plant introduce us; if it works, use the diagnosis at the others.'),
  },
  {
    quadrant: 'maintain',
    goal: t('半年内把拜访减少一半，订单不降', 'Half the visits within six months, and no fewer orders'), goalInDays: 180,
    analysis: t('都是老朋友，单子小而稳定，复购靠习惯。每次拜访半天，成交额还不够差旅。', 'Old friends with small, steady orders. A visit takes half a day and brings less than it costs.'),
    generic: 'cost', approach: t('用线上下单和季度电话代替拜访，把省下的时间给进攻客户', 'Ordering online and a call each quarter in place of visits; the time goes to customers to attack'),
    notes: {
      product: t('只供标准品，不做定制', 'Standard products only'), convenience: t('手机下单，隔天到货', 'Order by phone, delivered the next day'),
      price: t('按量阶梯价，一年一谈', 'Prices by volume, agreed once a year'), place: t('改由分销商就近送货', 'A distributor nearby delivers'), communication: t('每季度一次电话，节日问候', 'A call each quarter, greetings on holidays'),
    },
    actions: [
      { what: t('教会客户线上下单', 'Teach them to order online'), resource: t('内勤一人两周', 'One person of the office, two weeks'), measure: t('八成订单来自线上', '80% of orders come online'), inDays: 30 },
      { what: t('把送货交给分销商', 'Hand deliveries to the distributor'), resource: t('分销协议', 'A contract with the distributor'), measure: t('首月准时率 95%', '95% on time in the first month'), inDays: 60 },
    ],
    indicators: [{ name: t('每月拜访次数', 'Visits a month'), target: t('从 12 次降到 6 次', 'From 12 to 6'), inDays: 90 }],
    improve: t('每季度看一次订单。哪家连续两季下降，就打电话问清原因，再决定要不要回访。', 'Look at the orders each quarter. Where they fall twice in a row, call and find out why before anybody visits.'),
  },
], traditional)
