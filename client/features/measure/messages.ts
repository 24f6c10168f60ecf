/** Words of measuring the customers. */
const zh = {
  steps: '测量步骤',
  step: { list: '名单', gut: '直觉排序', grade: '打分', effort: '投入' },
  undo: '撤销我的上一步', redo: '重做',
  customer: '客户', name: '客户名称', unnamed: '未命名因素', unnamedCustomer: '未命名客户',
  empty: {
    title: '先列出你们手上的真实客户',
    text: '选 6–10 家最近一年真正跟进过的客户：大的、小的、难的都要有，这样地图才看得出差别。',
    examples: '例：北方泵业|例：晨光包装|例：去年丢单的那一家',
    button: '去添加客户',
  },
  add: {
    label: '添加客户', placeholder: '输入一家，或粘贴多行', hint: '一行一家；可以从 Excel 或备忘录整列粘贴。',
    button: '添加', buttonMany: '添加 {count} 家',
    preview: '将添加 {count} 家。', duplicates: '{count} 家已在名单里，不重复添加。', tooMany: '名单最多 {max} 家，放不下 {count} 家。', shortened: '{count} 个名称太长，会截短。',
    added: '已添加 {count} 家。', full: '名单已满 {max} 家。',
  },
  twin: '名单里有同名客户，请加上地区或产品以便区分。',
  gradeOf: '给{name}打分', remove: '移除{name}', moveUp: '把{name}上移', moveDown: '把{name}下移',
  removed: '已移除 {count} 家', removedBy: '由{name}移除',
  toGut: '下一步：直觉排序', toMap: '看客户分布地图',
  gut: {
    title: '凭直觉，你们会先拜访谁？',
    text: '先不看分数。把最想先拜访的拖到最上面；测量之后再看直觉和结果差多少。',
    doneText: '直觉排序已定，地图上会拿它和测得的购买潜力比较。',
    confirm: '就按这个顺序', done: '直觉排序已定', reopen: '重新排序', later: '稍后再排', toGrade: '去打分',
  },
  noScale: { title: '还没有量表', text: '量表里有了因素，才能给客户打分。先做购买潜力量表，再做业务关系量表。', button: '去做量表' },
  signal: {
    allHigh: '打出的分全是最高的两档。请对照区间描述再看一遍：依据是事实，还是感觉？',
    open: '{axis}量表还有 {count} 处没填好，分数可能会变。', empty: '{axis}量表还没有因素。', go: '去完善',
  },
  previous: '上一家客户', next: '下一家客户', nextCustomer: '下一家：{name}',
  place: '第 {place} 家，共 {total} 家', answered: '已答 {answered}/{total}',
  weight: '权重 {weight}', rawOf: '{name}的实际数值', rawPlaceholder: '输入实际数值，得分自动算出', rawWaits: '数值已记下；量表里设好分界值后自动得分。',
  stale: '量表改过了，原来的答案不再适用，请重新选择。',
  noDescription: '（量表里还没有描述）', dontKnow: '不知道，需要去了解', noAnswer: '未答', points: '{points} 分',
  range: '可能在 {low}–{high}', quadrant: '象限', notPlaced: '还不能上地图',
  grid: '打分表：客户与因素',
  effort: {
    title: '今天的投入花在谁身上？', text: '填每家客户目前的投入和一年的收入。地图上的圆点大小就是投入占比。', unit: '投入按什么算',
    units: { visits: '拜访次数', hours: '工时', budget: '费用' }, effortIn: { visits: '每季拜访（次）', hours: '每季工时（小时）', budget: '每季费用（万元）' },
    revenue: '年收入（万元）', money: '万元', missing: '还有 {count} 家没填投入，占比只在已填的客户之间计算。',
  },
}

const en: typeof zh = {
  steps: 'Steps of measuring',
  step: { list: 'List', gut: 'Gut order', grade: 'Grades', effort: 'Effort' },
  undo: 'Undo my last step', redo: 'Redo',
  customer: 'Customer', name: 'Customer’s name', unnamed: 'Unnamed factor', unnamedCustomer: 'Unnamed customer',
  empty: {
    title: 'List your real customers first',
    text: 'Choose 6–10 that you really worked on this past year: large, small and difficult ones, so that the map can show a difference.',
    examples: 'e.g. Northern Pumps|e.g. Morning Packaging|e.g. the one you lost last year',
    button: 'Add customers',
  },
  add: {
    label: 'Add customers', placeholder: 'Type one, or paste many lines', hint: 'One per line; a column from Excel or a note will do.',
    button: 'Add', buttonMany: 'Add {count}',
    preview: '{count} will be added.', duplicates: '{count} on the list already, not added again.', tooMany: 'A list holds {max}; no room for {count}.', shortened: '{count} names are too long and will be cut.',
    added: '{count} added.', full: 'The list is full with {max}.',
  },
  twin: 'Another customer has this name. Add a region or product to tell them apart.',
  gradeOf: 'Grade {name}', remove: 'Remove {name}', moveUp: 'Move {name} up', moveDown: 'Move {name} down',
  removed: '{count} removed', removedBy: 'removed by {name}',
  toGut: 'Next: gut order', toMap: 'See the customer map',
  gut: {
    title: 'By gut feeling: whom would you visit first?',
    text: 'No scores yet. Drag whom you would visit first to the top; after measuring you will see how far gut and figures differ.',
    doneText: 'Your gut order stands. The map compares it with the measured potential.',
    confirm: 'Our gut order stands', done: 'Gut order stands', reopen: 'Sort again', later: 'Later', toGrade: 'Go to grades',
  },
  noScale: { title: 'No scale yet', text: 'Customers are graded by the factors of your scales. Make the purchase-potential scale first, then business relationship.', button: 'Make the scale' },
  signal: {
    allHigh: 'All grades so far are among the two highest. Look at the intervals again: facts, or feelings?',
    open: '{axis} scale: {count} things still open; scores may change.', empty: 'The {axis} scale has no factors yet.', go: 'Complete it',
  },
  previous: 'Previous customer', next: 'Next customer', nextCustomer: 'Next: {name}',
  place: '{place} of {total}', answered: '{answered}/{total} answered',
  weight: 'Weight {weight}', rawOf: 'Figure of {name}', rawPlaceholder: 'Type the figure; the grade follows', rawWaits: 'The figure is kept; it earns a grade once the scale has its thresholds.',
  stale: 'The scale has changed and the earlier answer no longer fits. Please choose again.',
  noDescription: '(not described in the scale yet)', dontKnow: 'We don’t know; to be found out', noAnswer: 'no answer', points: '{points} points',
  range: 'could be {low}–{high}', quadrant: 'Quadrant', notPlaced: 'Not on the map yet',
  grid: 'Grades: customers and factors',
  effort: {
    title: 'Where does today’s effort go?', text: 'Enter each customer’s effort and yearly revenue. A marker’s size on the map is its share of the effort.', unit: 'Effort is counted in',
    units: { visits: 'Visits', hours: 'Hours', budget: 'Budget' }, effortIn: { visits: 'Visits a quarter', hours: 'Hours a quarter', budget: 'Budget a quarter (10,000 CNY)' },
    revenue: 'Revenue a year (10,000 CNY)', money: '万元', missing: '{count} without effort; shares are among the others only.',
  },
}

export const messages = { 'zh-CN': zh, en }
