/** Words of the workbook. Holes in braces are filled; sheet names hold at most 31 characters and none of \ / ? * [ ] : */
const zh = {
  group: '{letter} 组', title: '{group} · 客户测量工具', classTitle: '{class} · 全班成果', madeAt: '生成于 {date}', unnamed: '未命名', comma: '、', colon: '：{text}', unit: '{name}（{unit}）',
  sheets: { readMe: '说明', potential: '购买潜力量表', relationship: '业务关系量表', measuring: '客户测量', map: '客户地图', findings: '隐患与决定', usps: '独有卖点', strategies: '客户攻略', plans: '行动计划', groups: '各组一览', customers: '全部客户' },
  axis: { potential: '购买潜力', relationship: '业务关系' },
  quadrant: { attack: '进攻', deepen: '深耕', maintain: '维持', release: '放弃' },
  stance: { attack: '潜力大、关系浅：主动进攻', deepen: '潜力大、关系深：守住并做深', maintain: '潜力小、关系深：低成本维持', release: '潜力小、关系浅：放手或自动化' },
  readMe: {
    lead: '这是 {group} 在“{class}”上做出的客户测量工具。下周一就能接着用。',
    steps: [
      '在“客户测量”的空行里写上新客户，逐项选择得分；黄色的格子是给你填的。',
      '有分界值的因素填实际数字，得分自动算出。不清楚就填“不知道”，它不计入得分。',
      '购买潜力、业务关系、象限、占比和提示都会自动计算，“客户地图”上的点也会跟着移动。',
      '分界线在“客户地图”上改，权重、得分和分界值在两张量表上改，其他表会跟着变。',
      '一个月后，把填好的文件交回课堂系统，就能看到哪些客户移动了位置。',
    ],
    contents: '各张表', keep: '请不要删除隐藏的行、列和工作表：导回课堂时要靠它们认出客户和因素。',
    about: {
      potential: '判断客户明年可能买多少的因素、权重和区间', relationship: '判断我们和客户关系到了哪一步的因素、权重和区间', measuring: '给客户打分，自动得出位置',
      map: '客户分布图、分界线和整体指标', findings: '地图暴露的隐患，小组的判断和决定，自己定的权重和得分的理由', usps: '只有我们有的卖点、证据和三关', strategies: '给某家客户或某一类客户的打法：立场、4P 与 4C、六步', plans: '谁在哪天做什么，用什么指标检查；可以接着记进度',
    },
    colours: '颜色', input: '可以填写', computed: '自动计算',
  },
  scale: {
    number: '序号', name: '因素', definition: '定义', source: '数据来源', unit: '单位', weight: '权重', measure: '打分方式', direction: '方向',
    level: '档', points: '得分', text: '区间描述', threshold: '分界值', range: '数值区间', total: '权重合计', totalOff: '应为 100',
    byText: '按描述', byFigure: '按数值', more: '越大越好', less: '越小越好',
    hint: '等于分界值的，算数值较大的一档。分界值从小到大填写。', empty: '这张量表还没有因素。',
    below: '< {to}', between: '{from} – {to}', above: '≥ {from}',
    weightError: '权重是 0 到 100 之间的数。', figureError: '这里只能填数字。',
  },
  measuring: {
    hint: '黄色的格子填写，其余自动计算。每行一家客户；下面的空行已经备好。', weight: '权重', group: '{axis}（权重合计 {total}）',
    name: '客户', potential: '购买潜力', relationship: '业务关系', quadrant: '象限', missing: '缺几项', figure: '{name}（{unit}）', figureBare: '{name}（数字）', grade: '{name}：得分',
    effort: { visits: '每季拜访（次）', hours: '每季工时（小时）', budget: '每季费用（万元）' }, revenue: '年收入（万元）', effortShare: '投入占比', potentialShare: '潜力占比', signal: '提示', gut: '直觉排序', rank: '潜力排序', note: '备注',
    dontKnow: '不知道', neglected: '被冷落', overServed: '过度服务',
    gradeError: '请从列表里选一个得分，或选“不知道”。', figureError: '请填一个数字，或填“不知道”。', amountError: '请填一个数字。',
    figureHint: '填实际数字（{unit}），得分自动算出。不清楚填“不知道”。', level: '{level}：{text}',
  },
  map: {
    cuts: '分界线', cutX: '业务关系分界线', cutY: '购买潜力分界线', cutHint: '0–100，改了以后图和象限跟着变。', cutError: '分界线在 0 到 100 之间。',
    quadrant: '象限', meaning: '做法', count: '客户数', figures: '整体指标', alignment: '投入匹配度', alignmentSays: '投入跟着潜力走的程度，100% 为完全匹配',
    spearman: '直觉与测量一致度', spearmanSays: '−1 到 1，越接近 1 越一致', none: '–', chart: '客户分布地图',
  },
  findings: {
    number: '序号', rule: '隐患', text: '内容', verdict: '判断', reason: '怎么办 / 为什么', accepted: '确实如此', rejected: '不成立', open: '未判断',
    none: '没有发现明显的隐患。', own: '我们自己的发现', decisions: '我们的决定', noDecisions: '还没有写决定。', from: '少给谁', to: '多给谁', why: '为什么', who: '谁来做', due: '什么时候之前', noOwn: '没有写下自己的发现。', reasons: '自己定的权重和得分', figureOf: '哪家客户的得分，或权重', figure: '数值', at: '按 {date} 的数据',
  },
  rule: { neglected: '被冷落', 'over-served': '过度服务', concentration: '过于集中', 'non-separating': '因素分不出高低', 'all-high': '打分偏高', incomplete: '信息不全' },
  finding: {
    neglected: '“{customer}”占了 {potential} 的潜力，却只得到 {effort} 的投入。', overServed: '“{customer}”占用了 {effort} 的投入，潜力只占 {potential}。',
    concentration: {
      attack: '{measured} 家客户里有 {count} 家在“进攻”区：机会多，但都还没有关系。', deepen: '{measured} 家客户里有 {count} 家在“深耕”区：是真的都好，还是打分偏松？',
      maintain: '{measured} 家客户里有 {count} 家在“维持”区：老关系多，增长从哪里来？', release: '{measured} 家客户里有 {count} 家在“放弃”区：时间花在了哪里？',
    },
    nonSeparating: '“{factor}”给 {count} 家客户打的分都一样，分不出高低。', allHigh: '{count} 家客户的得分全在最高两档，可能打得太松。',
    incomplete: '{total} 家客户中有 {count} 家打分不全，不过不影响所在的象限。', incompleteOpen: '{total} 家客户中有 {count} 家打分不全，其中 {open} 家补齐后可能换象限。',
  },
  usp: {
    number: '名次', source: '来源', claim: '卖点', evidence: '证据', competitor: '对着谁', forWhom: '对谁成立', unique: '独有', valued: '在乎', provable: '可证', dots: '点数', contexts: '换个场合',
    sources: { product: '产品', service: '服务', brand: '品牌', position: '市场地位', other: '其他' }, answers: { yes: '✓', no: '✗', unsure: '？', open: '–' }, holds: '成立：{text}', fails: '不成立：{text}', none: '还没有写卖点。', top: '绿色是小组选出的最强三条。',
  },
  strategy: {
    subject: '对象', stance: '立场', generic: '基本战略', usps: '用到的卖点', none: '还没有写攻略。', quadrantSubject: '“{quadrant}”象限的客户', gone: '（客户已移除）', untitled: '（没选对象）', by: '{text}（{day} 前）',
    generics: { cost: '成本领先', differentiation: '差异化', focus: '聚焦' },
    levers: { product: '产品', value: '客户价值', price: '价格', cost: '客户成本', place: '渠道', convenience: '便利', promotion: '促销', communication: '沟通' }, ours: '我们做什么（4P）', theirs: '客户得到什么（4C）',
    steps: { goal: '1 设定目标', analysis: '2 分析客户', approach: '3 制定策略', plan: '4 执行计划', monitor: '5 监控与评估', improve: '6 持续改进' },
    what: '做什么', who: '谁', when: '期限', resource: '资源', measure: '怎么算完成', status: '进度', statuses: { open: '未开始', running: '进行中', done: '完成' }, statusError: '请从列表里选。',
    indicator: '指标', target: '目标', checkOn: '检查日', result: '实际', noActions: '还没有行动。', noIndicators: '还没有指标。', actions: '行动', indicators: '指标', inPlans: '见“{sheet}”', overdue: '过了期限还没完成的，会变红。',
  },
  summary: {
    group: '小组', members: '人数', potentialFactors: '潜力因素', relationshipFactors: '关系因素', customers: '客户', measured: '已上图', accepted: '认可的隐患', rejected: '否定的隐患',
    alignment: '投入匹配度', spearman: '直觉一致度', customer: '客户', effort: '投入',
  },
  files: { workbook: '{group} 客户测量工具', json: '{group} 数据', map: '{group} 客户地图', class: '{class} 全班成果', summary: '全班一览' },
}

const en: typeof zh = {
  group: 'Group {letter}', title: '{group} · customer measuring kit', classTitle: '{class} · results of the class', madeAt: 'Made on {date}', unnamed: 'Unnamed', comma: ', ', colon: ': {text}', unit: '{name} ({unit})',
  sheets: { readMe: 'Read me', potential: 'Potential scale', relationship: 'Relationship scale', measuring: 'Measuring', map: 'Customer map', findings: 'Findings', usps: 'USPs', strategies: 'Strategies', plans: 'Action plans', groups: 'Groups', customers: 'All customers' },
  axis: { potential: 'Purchase potential', relationship: 'Business relationship' },
  quadrant: { attack: 'Attack', deepen: 'Deepen', maintain: 'Maintain', release: 'Let go' },
  stance: { attack: 'high potential, low relationship: go and win it', deepen: 'high on both: defend and deepen', maintain: 'low potential, good relationship: keep it at low cost', release: 'low on both: let go or automate' },
  readMe: {
    lead: 'The customer measuring kit that {group} made in “{class}”, ready for Monday.',
    steps: [
      'Write new customers into the empty rows of “Measuring” and choose a grade for each factor. The yellow cells are yours to fill.',
      'Factors with thresholds take the real figure; the grade follows. What you don’t know is “Don’t know”: it does not count.',
      'Potential, relationship, quadrant, shares and signals compute themselves, and the points on “Customer map” move along.',
      'Change the cut lines on “Customer map”; weights, points and thresholds on the two scales. Everything else follows.',
      'After a month, hand the filled file back to the classroom to see which customers have moved.',
    ],
    contents: 'The sheets', keep: 'Please keep the hidden rows, columns and sheets: by them customers and factors are recognised when the file comes back.',
    about: {
      potential: 'Factors, weights and intervals: how much could a customer buy next year?', relationship: 'Factors, weights and intervals: how far has the relationship come?', measuring: 'Grade customers; their place follows',
      map: 'The map, its cut lines and the figures of the whole', findings: 'Hidden dangers that the map shows, what the group decided, and why it set figures of its own', usps: 'What only we have, its proof, and the three tests', strategies: 'What to do with a customer or a class of customers: stance, 4P and 4C, six steps', plans: 'Who does what by when, and how it is checked; go on noting progress here',
    },
    colours: 'Colours', input: 'yours to fill', computed: 'computed',
  },
  scale: {
    number: 'No.', name: 'Factor', definition: 'Definition', source: 'Source', unit: 'Unit', weight: 'Weight', measure: 'Graded by', direction: 'Direction',
    level: 'Level', points: 'Points', text: 'Interval', threshold: 'Threshold', range: 'Range', total: 'Total weight', totalOff: 'should be 100',
    byText: 'description', byFigure: 'figure', more: 'more is better', less: 'less is better',
    hint: 'A figure on a threshold belongs to the larger range. Thresholds go from low to high.', empty: 'This scale has no factors yet.',
    below: '< {to}', between: '{from} – {to}', above: '≥ {from}',
    weightError: 'A weight is a number from 0 to 100.', figureError: 'Only a number goes here.',
  },
  measuring: {
    hint: 'Fill the yellow cells; the rest is computed. One customer per row; empty rows are ready below.', weight: 'Weight', group: '{axis} (total weight {total})',
    name: 'Customer', potential: 'Potential', relationship: 'Relationship', quadrant: 'Quadrant', missing: 'Missing', figure: '{name} ({unit})', figureBare: '{name} (figure)', grade: '{name}: grade',
    effort: { visits: 'Visits a quarter', hours: 'Hours a quarter', budget: 'Budget a quarter (10,000 CNY)' }, revenue: 'Revenue a year (10,000 CNY)', effortShare: 'Share of effort', potentialShare: 'Share of potential', signal: 'Signal', gut: 'Gut order', rank: 'Measured order', note: 'Notes',
    dontKnow: 'Don’t know', neglected: 'Neglected', overServed: 'Over-served',
    gradeError: 'Choose a grade from the list, or “Don’t know”.', figureError: 'Enter a number, or “Don’t know”.', amountError: 'Enter a number.',
    figureHint: 'Enter the real figure ({unit}); the grade follows. If you don’t know: “Don’t know”.', level: '{level}: {text}',
  },
  map: {
    cuts: 'Cut lines', cutX: 'Cut line of relationship', cutY: 'Cut line of potential', cutHint: '0–100. Map and quadrants follow.', cutError: 'A cut line is between 0 and 100.',
    quadrant: 'Quadrant', meaning: 'What to do', count: 'Customers', figures: 'The whole', alignment: 'Effort fits potential', alignmentSays: 'how far effort follows potential; 100% is a perfect fit',
    spearman: 'Gut agrees with measuring', spearmanSays: '−1 to 1; the closer to 1, the more they agree', none: '–', chart: 'Customer map',
  },
  findings: {
    number: 'No.', rule: 'Danger', text: 'What the map shows', verdict: 'Verdict', reason: 'What to do / why not', accepted: 'True for us', rejected: 'Does not hold', open: 'not judged',
    none: 'No plain danger found.', own: 'Our own findings', decisions: 'Our decisions', noDecisions: 'No decision was written.', from: 'Less to', to: 'More to', why: 'Why', who: 'By whom', due: 'By when', noOwn: 'No findings of our own were written.', reasons: 'Weights and grades of our own', figureOf: 'Whose grade, or the weight', figure: 'Figure', at: 'By the figures of {date}',
  },
  rule: { neglected: 'Neglected', 'over-served': 'Over-served', concentration: 'All in one place', 'non-separating': 'A factor that tells nothing apart', 'all-high': 'Generous grades', incomplete: 'Incomplete information' },
  finding: {
    neglected: '{customer} holds {potential} of the potential but gets {effort} of the effort.', overServed: '{customer} takes {effort} of the effort but holds {potential} of the potential.',
    concentration: {
      attack: '{count} of {measured} customers are in “Attack”: many chances, no relationships yet.', deepen: '{count} of {measured} customers are in “Deepen”: all that good, or graded kindly?',
      maintain: '{count} of {measured} customers are in “Maintain”: many old friends. Where will growth come from?', release: '{count} of {measured} customers are in “Let go”: where does the time go?',
    },
    nonSeparating: '“{factor}” gives {count} customers the same grade; it tells nothing apart.', allHigh: 'All grades of {count} customers are among the two highest: perhaps too kind.',
    incomplete: 'Customers with grades missing: {count} of {total}. This does not change their quadrant.', incompleteOpen: 'Customers with grades missing: {count} of {total}; {open} could still change quadrant.',
  },
  usp: {
    number: 'Rank', source: 'Source', claim: 'Claim', evidence: 'Proof', competitor: 'Against', forWhom: 'For whom', unique: 'Unique', valued: 'Valued', provable: 'Provable', dots: 'Dots', contexts: 'Elsewhere',
    sources: { product: 'Product', service: 'Service', brand: 'Brand', position: 'Position', other: 'Other' }, answers: { yes: '✓', no: '✗', unsure: '?', open: '–' }, holds: 'holds: {text}', fails: 'fails: {text}', none: 'No USPs were written.', top: 'Green: the best three by the group’s choice.',
  },
  strategy: {
    subject: 'For', stance: 'Stance', generic: 'Generic strategy', usps: 'USPs used', none: 'No strategies were written.', quadrantSubject: 'customers in “{quadrant}”', gone: '(customer removed)', untitled: '(nobody chosen)', by: '{text} (by {day})',
    generics: { cost: 'Cost leadership', differentiation: 'Differentiation', focus: 'Focus' },
    levers: { product: 'Product', value: 'Customer value', price: 'Price', cost: 'Cost to the customer', place: 'Place', convenience: 'Convenience', promotion: 'Promotion', communication: 'Communication' }, ours: 'What we do (4P)', theirs: 'What the customer gets (4C)',
    steps: { goal: '1 Set the goal', analysis: '2 Analyse the customer', approach: '3 Make the strategy', plan: '4 Make the plan', monitor: '5 Monitor and evaluate', improve: '6 Keep improving' },
    what: 'What', who: 'Who', when: 'By', resource: 'Resources', measure: 'Done when', status: 'Progress', statuses: { open: 'not started', running: 'under way', done: 'done' }, statusError: 'Choose from the list.',
    indicator: 'Indicator', target: 'Target', checkOn: 'Check on', result: 'Actual', noActions: 'No actions yet.', noIndicators: 'No indicators yet.', actions: 'Actions', indicators: 'Indicators', inPlans: 'see “{sheet}”', overdue: 'What is overdue and not done turns red.',
  },
  summary: {
    group: 'Group', members: 'People', potentialFactors: 'Potential factors', relationshipFactors: 'Relationship factors', customers: 'Customers', measured: 'On the map', accepted: 'Dangers accepted', rejected: 'Dangers rejected',
    alignment: 'Effort fits potential', spearman: 'Gut agrees', customer: 'Customer', effort: 'Effort',
  },
  files: { workbook: '{group} measuring kit', json: '{group} data', map: '{group} customer map', class: '{class} results', summary: 'Class overview' },
}

export const messages = { 'zh-CN': zh, en }
