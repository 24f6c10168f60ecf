/** Words of the USP list. */
const zh = {
  place: '卖点', title: '我们的独有卖点', lead: '从五个方面找，写清证据、对手和对象，逐条过三关，再用点数选出最强的三条。',
  undo: '撤销我的上一步', redo: '重做', unnamed: '（还没写）', noName: '未命名客户', leftOut: '有 {count} 处内容格式不对，没有显示。', full: '最多 {max} 条，请先移除一些。',
  add: '添加', open: '打开：{claim}', exampleOf: '例：{example}',
  empty: {
    title: '什么是只有我们才有的？', text: '从一句“客户为什么选我们，而不选别人”写起。写不出数字、证书或客户名字的，先写下来，三关会帮你们筛。',
    exampleLabel: '例', example: '华东四个驻点，报修后 4 小时内到场，去年 312 次报修达标 96%；对手最近的驻点在省外。', add: '写第一条',
  },
  source: {
    product: { name: '产品', question: '功能、性能、规格上，我们做得到而对手做不到的是什么？', example: '零下 40 度不用预热就能启动' },
    service: { name: '服务', question: '售前、交付、售后，哪一步我们快得多、深得多？', example: '报修后 4 小时内到场，含周末' },
    brand: { name: '品牌', question: '哪项认证、标杆客户或口碑，能让客户放心选我们？', example: '全省唯一入选行业白名单的供应商' },
    position: { name: '市场地位', question: '份额、规模、渠道、区位，我们占了什么先手？', example: '本地份额第一，常用件都有现货' },
    other: { name: '其他', question: '人、资金、资源、合作伙伴：还有什么只有我们有？', example: '自有检测中心，样品三天出报告' },
  },
  editor: {
    title: '卖点', source: '来自哪个方面', claim: '卖点是什么', evidence: '证据', evidenceHint: '数字、证书、客户名字，拿得出手的。', evidencePlaceholder: '例：去年 312 次报修，4 小时内到场 96%',
    competitor: '对着哪个对手', competitorPlaceholder: '例：远山设备，驻点在省外', forWhom: '对哪些客户或项目成立', forWhomHint: '也可以直接点地图上的客户。', forWhomPlaceholder: '例：三班倒、停机损失大的工厂', customers: '地图上的客户', remove: '移除这条',
  },
  test: {
    unique: { short: '独有', question: '第一关：只有我们有？', hint: '对手今天拿不出来，短期也跟不上。', failed: '那它只是普通卖点。换一个对手或一类客户，它会不会变成独有的？' },
    valued: { short: '在乎', question: '第二关：客户在乎？', hint: '有客户为它选过我们，或愿意为它多付钱。', failed: '我们在乎，客户不在乎。哪一类客户会在乎？' },
    provable: { short: '可证', question: '第三关：拿得出证据？', hint: '当着客户的面，现在就能证明。', failed: '先去补一个数字、一份报告或一个客户的推荐。' },
  },
  answer: { yes: '是', no: '不是', unsure: '拿不准', open: '还没答' },
  context: {
    title: '换个场合还成立吗？', hint: '换了项目、对手或客户背景，同一个卖点可能就不是独有的。', holds: '成立', fails: '不成立', label: '第 {number} 个场合', turn: '第 {number} 个场合：换成成立或不成立',
    placeholderHolds: '例：新建厂房的项目', placeholderFails: '例：对手在当地也有驻点时', addHolds: '成立的场合', addFails: '不成立的场合', remove: '移除第 {number} 个场合', removedToast: '已移除一个场合',
  },
  dots: { of: '给“{claim}”投点', more: '多投一点给“{claim}”', less: '收回一点', total: '我投了 {mine} 点，全组共 {total} 点', left: '我还有 {count} 点', none: '我的点都投完了' },
  top: { title: '最强三条', none: '过了三关，再用下面的 ＋ 投点，最强的三条会出现在这里。', show: '给全场看', shownHint: '投影上可以出现你们的卖点。证据、对手和客户不会出现。' },
  removed: { title: '已移除 {count} 条', toast: '已移除“{claim}”', is: '这条已被移除。' },
  strip: { label: '还差什么', missing: '还差 {count} 处', adviceOnly: '内容齐了，还有建议', allGood: '卖点都齐了', all: '全部', fewer: '收起', advice: '建议' },
  check: {
    listed: '列出至少 5 条', complete: '每条都有证据、对手和对象', tested: '每条都过三关', chosen: '选出最强的三条',
    count: '再写几条：现在 {count} 条，至少 {wanted} 条', 'claim-missing': '有一条还没写卖点', 'claim-hollow': '“{claim}”人人都会说，补一个数字、证书或客户名字', 'evidence-missing': '“{claim}”缺证据', 'competitor-missing': '“{claim}”对着哪个对手？',
    'for-missing': '“{claim}”对哪些客户成立？', 'test-open': '“{claim}”还有 {open} 关没过', 'not-unique': '“{claim}”不是独有的，换个对手或客户再想想', 'not-valued': '“{claim}”客户不在乎，谁会在乎？', 'not-provable': '“{claim}”还拿不出证据',
    'few-sources': '只来自 {count} 个方面，换个方面再想想', 'no-votes': '投点选出最强的三条',
  },
  fact: { listed: '条卖点', tested: '已过三关', passed: '三关全过' },
}

const en: typeof zh = {
  place: 'USPs', title: 'Our USP list', lead: 'Look in five fields; give proof, rival and customer; put each to three tests; then choose the best three with dots.',
  undo: 'Undo my last step', redo: 'Redo', unnamed: '(not written yet)', noName: 'Customer without a name', leftOut: 'Entries not shown because their form is wrong: {count}.', full: 'At most {max} fit. Remove some first.',
  add: 'Add', open: 'Open: {claim}', exampleOf: 'E.g. {example}',
  empty: {
    title: 'What do we have that nobody else has?', text: 'Begin with one sentence: why do customers choose us and nobody else? If you have no figure, certificate or customer for it, write it all the same; the three tests will sort it out.',
    exampleLabel: 'Example', example: 'Four bases in the region: on site within 4 hours of a call, 96% of 312 calls last year. The rival’s nearest base is out of the province.', add: 'Write the first',
  },
  source: {
    product: { name: 'Product', question: 'Which function, performance or specification can we do and others can’t?', example: 'Starts at −40 °C without preheating' },
    service: { name: 'Service', question: 'Before, during or after the sale: where are we much faster or go much deeper?', example: 'On site within 4 hours, weekends too' },
    brand: { name: 'Brand', question: 'Which certificate, reference or reputation makes customers feel safe with us?', example: 'The only supplier of the province on the industry’s white list' },
    position: { name: 'Position', question: 'Share, size, channels, location: where are we ahead of all others?', example: 'First in the local market, spare parts in stock' },
    other: { name: 'Other', question: 'People, money, resources, partners: what else do we have that nobody else has?', example: 'A test lab of our own: results in three days' },
  },
  editor: {
    title: 'USP', source: 'Where it comes from', claim: 'What it is', evidence: 'Proof', evidenceHint: 'Figures, certificates, names of customers.', evidencePlaceholder: 'e.g. 312 calls last year, 96% within 4 hours',
    competitor: 'Against which competitor', competitorPlaceholder: 'e.g. Far Hills, based far away', forWhom: 'For which customers or projects', forWhomHint: 'Or tap customers of your map.', forWhomPlaceholder: 'e.g. plants that run day and night', customers: 'Customers of the map', remove: 'Remove',
  },
  test: {
    unique: { short: 'Unique', question: 'Test 1: only us?', hint: 'Competitors can’t offer it today, and won’t soon.', failed: 'Then it is a plain selling point. Against another rival, or for other customers, would it be unique?' },
    valued: { short: 'Valued', question: 'Test 2: valued by the customer?', hint: 'Somebody chose us for it, or would pay more for it.', failed: 'We care, they don’t. Which customers would?' },
    provable: { short: 'Provable', question: 'Test 3: provable?', hint: 'You could prove it in front of the customer, now.', failed: 'First find a figure, a report or a customer who says so.' },
  },
  answer: { yes: 'Yes', no: 'No', unsure: 'Not sure', open: 'not answered' },
  context: {
    title: 'Does it hold elsewhere?', hint: 'With another project, rival or customer, the same point may no longer be unique.', holds: 'Holds', fails: 'Fails', label: 'Context {number}', turn: 'Context {number}: turn to holds or fails',
    placeholderHolds: 'e.g. a new plant', placeholderFails: 'e.g. rival has a base', addHolds: 'Where it holds', addFails: 'Where it fails', remove: 'Remove context {number}', removedToast: 'One context removed',
  },
  dots: { of: 'Dots for “{claim}”', more: 'One more dot for “{claim}”', less: 'Take one dot back', total: '{mine} of mine, {total} in all', left: 'I have one dot left | I have {count} dots left', none: 'All my dots are given' },
  top: { title: 'The best three', none: 'Put them to the tests, then give dots with the + below: the best three show up here.', show: 'Show to the room', shownHint: 'Your claims may appear on the projector. Proofs, rivals and customers don’t.' },
  removed: { title: 'Removed: {count}', toast: '“{claim}” removed', is: 'This one was removed.' },
  strip: { label: 'What is missing', missing: 'Still missing: {count}', adviceOnly: 'Complete, with advice', allGood: 'The list is complete', all: 'All', fewer: 'Fewer', advice: 'Advice' },
  check: {
    listed: 'At least 5 listed', complete: 'Each with proof, rival and for whom', tested: 'Each put to the three tests', chosen: 'The best three chosen',
    count: 'Write more: {count} so far, {wanted} at least', 'claim-missing': 'One has no claim yet', 'claim-hollow': '“{claim}”: everybody says so. Add a figure, a certificate or a customer', 'evidence-missing': '“{claim}” has no proof', 'competitor-missing': '“{claim}”: against whom?',
    'for-missing': '“{claim}”: for which customers?', 'test-open': '“{claim}” has tests to take: {open}', 'not-unique': '“{claim}” is not unique. Against whom would it be?', 'not-valued': '“{claim}”: customers don’t care. Who would?', 'not-provable': '“{claim}” can’t be proved yet',
    'few-sources': 'From {count} of five fields only. Look in another', 'no-votes': 'Give dots to choose the best three',
  },
  fact: { listed: 'USPs', tested: 'tested', passed: 'passed all' },
}

export const messages = { 'zh-CN': zh, en }
