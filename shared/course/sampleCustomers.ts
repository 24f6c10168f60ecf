import type { Localized } from '../language/locale.ts'

/** An invented company. Nothing here is meant to resemble a real one. */
export interface SampleCustomer {
  readonly name: Localized
  /** Where it truly is on both axes, 0..1: a simulated grader finds its grades around these. */
  readonly potential: number
  readonly relationship: number
  /** Visits per quarter, today. */
  readonly effort: number
  /** What it buys from us in a year, in 10,000 CNY (万元). */
  readonly revenue: number
  /** Place in the order in which the group would visit by gut feeling, from 1. */
  readonly gutRank: number
}

type Row = readonly [zh: string, en: string, potential: number, relationship: number, effort: number, revenue: number, gutRank: number]

const customers = (rows: readonly Row[]): readonly SampleCustomer[] =>
  rows.map(([zh, en, potential, relationship, effort, revenue, gutRank]) => ({ name: { 'zh-CN': zh, en }, potential, relationship, effort, revenue, gutRank }))

/** Each group tells a story that its map should bring to light. Columns: names, potential, relationship, visits a quarter, revenue (万元 a year), gut rank. */
export const sampleCustomers = {
  // Old friends with small orders get most visits; two big plants that are building get almost none.
  voyagers: customers([
    ['云朵齿轮', 'Cloud Gears', 0.22, 0.91, 14, 38, 1],
    ['纸鸢电机', 'Paper Kite Motors', 0.31, 0.84, 11, 52, 2],
    ['赤焰铸造', 'Red Flame Foundry', 0.58, 0.66, 6, 120, 3],
    ['北斗七桥重工', 'Seven Bridges Heavy Works', 0.93, 0.18, 1, 15, 7],
    ['蓝鲸压缩机', 'Blue Whale Compressors', 0.84, 0.74, 7, 310, 4],
    ['琥珀轴承', 'Amber Bearings', 0.27, 0.33, 4, 12, 6],
    ['萤火传动', 'Firefly Drives', 0.77, 0.29, 1, 20, 8],
    ['竹节液压', 'Bamboo Joint Hydraulics', 0.46, 0.57, 4, 66, 5],
  ]),
  // One great account takes all the time; the runners-up on both sides are left alone.
  falcons: customers([
    ['稻香客速食', 'Rice Guest Foods', 0.88, 0.86, 24, 560, 1],
    ['柠檬岛饮料', 'Lemon Island Drinks', 0.81, 0.34, 2, 18, 5],
    ['山丘奶酪坊', 'Hillock Dairy', 0.34, 0.79, 10, 41, 2],
    ['橘猫烘焙', 'Ginger Cat Bakery', 0.19, 0.72, 9, 22, 3],
    ['银杏调味', 'Ginkgo Seasonings', 0.63, 0.44, 3, 57, 4],
    ['海盐先生', 'Mister Seasalt', 0.71, 0.22, 1, 0, 8],
    ['小满粮油', 'Grain Buds Oils', 0.42, 0.25, 2, 9, 7],
    ['七巷酿造', 'Seventh Lane Brewing', 0.15, 0.28, 3, 5, 6],
  ]),
  // Everybody seems a good customer: an indulgent group, all dots in the upper right corner.
  wavebreakers: customers([
    ['杏林湾医院', 'Apricot Bay Hospital', 0.92, 0.88, 9, 240, 1],
    ['白鹭康复中心', 'Egret Rehabilitation', 0.78, 0.93, 12, 96, 2],
    ['青禾妇儿医院', 'Green Shoots Clinic', 0.86, 0.76, 6, 150, 3],
    ['望舒体检', 'Moonrise Check-ups', 0.74, 0.81, 8, 70, 4],
    ['三叶草口腔', 'Clover Dental', 0.70, 0.90, 11, 44, 5],
    ['晴川影像中心', 'Clear River Imaging', 0.95, 0.71, 3, 130, 7],
    ['石榴籽药房', 'Pomegranate Pharmacies', 0.73, 0.84, 7, 35, 6],
    ['远山疗养院', 'Far Hills Sanatorium', 0.80, 0.69, 2, 60, 8],
  ]),
  // The group that chooses well: effort follows potential, with one missed giant.
  sparks: customers([
    ['蜗牛到家物流', 'Snail Home Logistics', 0.87, 0.62, 9, 180, 1],
    ['十二月便利', 'December Stores', 0.79, 0.71, 8, 210, 2],
    ['鲸落冷链', 'Whalefall Cold Chain', 0.68, 0.55, 7, 95, 3],
    ['麦浪生鲜', 'Wheatwave Fresh', 0.57, 0.48, 5, 60, 4],
    ['方糖家居', 'Sugar Cube Home', 0.36, 0.66, 3, 48, 6],
    ['长颈鹿仓储', 'Giraffe Warehousing', 0.91, 0.16, 1, 0, 5],
    ['布谷文具', 'Cuckoo Stationery', 0.21, 0.38, 2, 14, 7],
    ['夜航书店', 'Night Flight Books', 0.12, 0.74, 1, 11, 8],
  ]),
  // Busy with slow payers: relations in bits and pieces, effort where complaints are.
  bedrock: customers([
    ['磨坊街置地', 'Mill Street Estates', 0.38, 0.58, 13, 160, 1],
    ['红砖里建设', 'Red Brick Builders', 0.29, 0.63, 12, 88, 2],
    ['江心洲市政', 'Midstream Municipal', 0.89, 0.36, 3, 45, 6],
    ['大槐树装饰', 'Old Locust Interiors', 0.18, 0.77, 9, 30, 3],
    ['鹿鸣谷文旅', 'Deercall Valley Resorts', 0.66, 0.27, 2, 16, 7],
    ['铁锚港务', 'Anchor Port Works', 0.82, 0.68, 5, 270, 4],
    ['明瓦幕墙', 'Bright Tile Façades', 0.53, 0.52, 4, 74, 5],
    ['半坡管廊', 'Halfway Hill Conduits', 0.74, 0.12, 0, 0, 8],
  ]),
  // Scattered, and without a view of its own yet: several customers close to the cut lines.
  morningStar: customers([
    ['彩虹瓶盖', 'Rainbow Caps', 0.52, 0.49, 6, 58, 2],
    ['霜降涂料', 'First Frost Coatings', 0.47, 0.54, 7, 63, 1],
    ['白桦造纸', 'Birch Paper', 0.83, 0.41, 2, 40, 5],
    ['火柴盒电子', 'Matchbox Electronics', 0.90, 0.57, 4, 140, 4],
    ['潮汐纺织', 'Tideline Textiles', 0.25, 0.82, 12, 47, 3],
    ['豌豆注塑', 'Pea Pod Plastics', 0.35, 0.21, 3, 8, 7],
    ['极光玻璃', 'Aurora Glassworks', 0.69, 0.15, 1, 6, 8],
    ['木星环密封', 'Jupiter Ring Seals', 0.44, 0.46, 5, 33, 6],
  ]),
} as const satisfies Readonly<Record<string, readonly SampleCustomer[]>>
