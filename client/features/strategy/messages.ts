/** Words of the customer strategies. */
const zh = {
  place: '攻略', title: '客户攻略', lead: '为一个客户，或一类客户，分六步写一份攻略。不同象限的攻略应该不一样。',
  undo: '撤销我的上一步', redo: '重做', back: '返回列表', remove: '移除这份攻略', another: '再写一份', noGoal: '还没写目标', leftOut: '有 {count} 处内容格式不对，没有显示。', full: '最多 {max} 份，请先移除一些。', listSeparator: '、',
  empty: {
    title: '先选一个对象', text: '建议从“进攻”区的一个客户开始，有余力再写一份别的象限，看看两份有什么不同。', exampleLabel: '例',
    example: '北斗七桥重工（进攻）：年底前拿到一条试用线。用免费产线诊断进门，靠 4 小时到场的服务取胜，每两周见一次设备主管。',
  },
  subject: { choose: '为谁写？', quadrant: '“{quadrant}”区的客户', none: '还没选对象', unnamed: '未命名客户', count: '{n} 家', unplaced: '还没上地图的客户' },
  steps: { label: '六个步骤', done: '完成 {done}/6', previous: '上一步', next: '下一步' },
  needs: {
    goal: '一句话，有数字，有日期：到什么时候，做成什么。', analysis: '他是谁、要什么、谁说了算、现在跟谁买、我们欠缺什么。', approach: '用什么姿态，凭什么赢，4P 和 4C 怎么配。',
    plan: '每一行都有人、有期限、有资源，也看得出算不算完成。', monitor: '看哪几个数，做到多少算好，什么时候看。', improve: '什么时候复盘，出现什么情况就改，怎么改。',
  },
  show: { show: '给全场看', is: '全场看得到这份攻略', hint: '投影上可以出现这份攻略的文字。客户名称和负责人由培训师决定是否显示。' },
  goal: { label: '目标', placeholder: '例：拿下第一条试用产线，首单 80 万元', by: '到哪一天' },
  hint: {
    title: '地图上已经知道的', take: '抄进分析', toMap: '看地图',
    place: '购买潜力 {potential}，业务关系 {relationship}', strong: '得分最高：{factors}', weak: '得分最低：{factors}', unknown: '还不知道：{factors}',
    effort: '占我们 {effort} 的投入，{potential} 的潜力', neglected: '被冷落：占 {potential} 的潜力，只得到 {effort} 的投入', 'over-served': '过度服务：占 {effort} 的投入，潜力只有 {potential}',
    members: '共 {count} 家：{factors}', quadrantEffort: '一共占我们 {effort} 的投入，{potential} 的潜力',
  },
  analysis: { label: '我们知道的', hint: '谁决定、谁使用、谁反对？他最在乎什么？现在跟谁买，为什么？', placeholder: '例：新厂明年投产，设备主管说了算，现用对手的货，最怕停机' },
  stance: { title: '姿态', follows: '地图上在“{quadrant}”区，姿态随它；可以改。', own: '地图上在“{quadrant}”区，你们选了另一种姿态。', free: '还没上地图，请先选一种姿态。', attack: '主动去争取', deepen: '守住并做深', maintain: '低成本维持', release: '放手或自动化' },
  generic: {
    title: '波特三种战略', hint: '选一种为主。同时做三种，等于没有选。',
    cost: { name: '成本领先', says: '我们能长期比别人便宜，而且还赚钱。靠什么？' }, differentiation: { name: '差异化', says: '我们给的别人给不了，客户愿意为它多付。是哪一条卖点？' }, focus: { name: '聚焦', says: '只为这一小类客户做到最好，别的先放下。是哪一类？' },
  },
  approach: { label: '一句话说清怎么赢', hint: '用……（卖点），让……（客户里的人）得到……（价值），从而……（行动）。', placeholder: '例：用四小时到场的驻点服务，让设备主管不再怕停机，从而愿意先试一条线' },
  usp: { title: '用上哪几条卖点', hint: '按全组投的点数排列。三关没过的，先别拿去见客户。', none: '卖点清单还是空的。先去列几条，再回来选。', toList: '去卖点清单', unlink: '取消一条已移除的卖点', passed: '{passed}/3 关', count: '{n} 条卖点' },
  lever: {
    title: '4P 和 4C', hint: '左边是我们做的，右边是客户得到的。每一对至少写清一边。',
    product: { name: '产品 Product', question: '给他什么产品和服务，和给别人的有什么不同？' }, value: { name: '客户价值 Customer value', question: '它替客户解决哪个问题，值多少？' },
    price: { name: '价格 Price', question: '怎么报价，什么条件下让，什么条件下不让？' }, cost: { name: '成本 Cost', question: '客户总共要付出什么：钱、时间、风险、更换的麻烦？' },
    place: { name: '渠道 Place', question: '从哪里供货、谁来服务、怎么到他手里？' }, convenience: { name: '便利 Convenience', question: '询价、下单、验收、报修，怎样让他更省事？' },
    promotion: { name: '促销 Promotion', question: '用什么打开门：试用、样板、诊断、活动？' }, communication: { name: '沟通 Communication', question: '和谁、隔多久、谈什么，怎样听到真话？' },
  },
  action: {
    line: '第 {number} 项行动', add: '加一项行动', example: '例：上门做产线诊断，周建业，12 月 5 日前，工程师两天，以客户签收诊断报告为准。',
    what: '做什么', who: '谁', by: '期限', resource: '要什么资源', measure: '怎么算完成', whatExample: '例：上门做产线诊断', whoExample: '例：周建业', resourceExample: '例：工程师两天、差旅 3000 元', measureExample: '例：客户签收诊断报告',
  },
  indicator: { line: '第 {number} 个指标', add: '加一个指标', example: '例：见到决策人的次数，每月 2 次，月底检查。', name: '看什么', target: '做到多少', checkOn: '哪天看', nameExample: '例：见到决策人的次数', targetExample: '例：每月 2 次' },
  improve: { label: '怎么持续改进', hint: '多久复盘一次、谁召集？出现什么信号就调整，调整什么？做成了，怎样用到别的客户？', placeholder: '例：每月底复盘一次；两个月还见不到决策人，就请总经理出面' },
  line: { up: '第 {number} 行上移', down: '第 {number} 行下移', remove: '移除第 {number} 行', actionRemoved: '已移除一项行动', indicatorRemoved: '已移除一个指标' },
  removed: { title: '已移除 {count} 份', toast: '已移除“{name}”的攻略', is: '这份攻略已被移除。' },
  same: { title: '没有差异化', text: '“{one}”和“{other}”在不同的象限，写的却几乎是同一份攻略。哪一份该变？' },
  strip: { label: '还差什么', missing: '还差 {count} 处', adviceOnly: '内容齐了，还有建议', allGood: '六步都写好了', all: '全部', fewer: '收起', advice: '建议' },
  missing: {
    'goal-missing': '写下目标', 'goal-figure': '目标里加一个数字', 'goal-day': '目标到哪一天？', 'analysis-missing': '分析这个客户', 'generic-missing': '选一种战略', 'approach-missing': '一句话说清怎么赢', 'pair-missing': '“{ours}”和“{theirs}”至少写一边',
    'usp-missing': '选用至少一条卖点', 'usp-weak': '“{claim}”只过了 {passed} 关', 'usp-gone': '有 {count} 条选用的卖点已被移除', 'actions-missing': '加第一项行动', 'action-what': '第 {place} 项行动：做什么？', 'action-who': '第 {place} 项行动：谁？', 'action-by': '第 {place} 项行动：期限？',
    'action-measure': '第 {place} 项行动：怎么算完成？', 'action-hollow': '“{what}”太空，写成看得见的事', 'indicators-missing': '加第一个指标', 'indicator-name': '第 {place} 个指标：看什么？', 'indicator-target': '第 {place} 个指标：做到多少？', 'indicator-day': '第 {place} 个指标：哪天看？', 'improve-missing': '写下怎么改进',
  },
  check: { goal: '设定目标', analysis: '分析客户', approach: '制定策略', plan: '执行计划', monitor: '监控与评估', improve: '持续改进' },
  fact: { strategies: '份攻略', steps: '最全一份', planned: '有人有期限' },
}

const en: typeof zh = {
  place: 'Strategy', title: 'Customer strategies', lead: 'Write a strategy in six steps, for one customer or a class of customers. For different quadrants they should differ.',
  undo: 'Undo my last step', redo: 'Redo', back: 'Back to the list', remove: 'Remove this strategy', another: 'Write another', noGoal: 'No goal yet', leftOut: 'Entries not shown because their form is wrong: {count}.', full: 'At most {max} fit. Remove some first.', listSeparator: ', ',
  empty: {
    title: 'First choose for whom', text: 'Begin with one customer of “Attack”. If there is time, write one for another quadrant and see what differs.', exampleLabel: 'Example',
    example: 'Seven Bridges Heavy Works (attack): a trial line before the end of the year. Open the door with a free diagnosis, win by service within 4 hours, see the head of equipment every two weeks.',
  },
  subject: { choose: 'For whom?', quadrant: 'Customers of “{quadrant}”', none: 'Nobody chosen yet', unnamed: 'Customer without a name', count: '{n}', unplaced: 'Customers not on the map yet' },
  steps: { label: 'The six steps', done: '{done} of 6 done', previous: 'Back', next: 'Next' },
  needs: {
    goal: 'One sentence with a figure and a date: what will be achieved, and by when.', analysis: 'Who they are, what they want, who decides, from whom they buy today, and what we lack.', approach: 'With what stance, by what do we win, and how do 4P and 4C fit together.',
    plan: 'Each line has an owner, a day and resources, and one can see when it is done.', monitor: 'Which figures to watch, how much is good, and when you check.', improve: 'When you look back, what makes you change course, and how.',
  },
  show: { show: 'Show to the room', is: 'The room can read this strategy', hint: 'The words of this strategy may appear on the projector. The trainer decides about customers’ names and who does what.' },
  goal: { label: 'Goal', placeholder: 'e.g. win the first trial line, an order of 800,000', by: 'By which day' },
  hint: {
    title: 'What the map knows already', take: 'Copy to the analysis', toMap: 'See the map',
    place: 'Purchase potential {potential}, business relationship {relationship}', strong: 'Best grades: {factors}', weak: 'Lowest grades: {factors}', unknown: 'Not known yet: {factors}',
    effort: 'Takes {effort} of our effort, has {potential} of the potential', neglected: 'Neglected: {potential} of the potential, {effort} of our effort', 'over-served': 'Over-served: {effort} of our effort, only {potential} of the potential',
    members: '{count} in all: {factors}', quadrantEffort: 'Together {effort} of our effort and {potential} of the potential',
  },
  analysis: { label: 'What we know', hint: 'Who decides, who uses it, who is against it? What matters most to them? From whom do they buy today, and why?', placeholder: 'e.g. the new plant opens next year; the head of equipment decides, buys from a rival, and fears downtime most' },
  stance: { title: 'Stance', follows: 'It is in “{quadrant}” on the map, and the stance follows. You may change it.', own: 'It is in “{quadrant}” on the map; you chose another stance.', free: 'Not on the map yet. Choose a stance.', attack: 'go and win it', deepen: 'defend and deepen', maintain: 'keep at low cost', release: 'let go or automate' },
  generic: {
    title: 'Porter’s three strategies', hint: 'Choose one as the main one. To do all three is to choose none.',
    cost: { name: 'Cost leadership', says: 'We can stay cheaper than others and still earn. By what?' }, differentiation: { name: 'Differentiation', says: 'We give what others can’t, and customers pay more for it. Which USP is it?' }, focus: { name: 'Focus', says: 'We are the best for this one kind of customer and leave the rest. Which kind?' },
  },
  approach: { label: 'How we win, in one sentence', hint: 'With … (USP) we give … (a person there) … (value), so that they … (do).', placeholder: 'e.g. with service within four hours the head of equipment stops fearing downtime, and will try one line' },
  usp: { title: 'Which USPs we use', hint: 'Ordered by the group’s dots. Don’t take one to a customer that has not passed its tests.', none: 'The USP list is empty. Write some first, then choose here.', toList: 'To the USP list', unlink: 'Unlink a USP that was removed', passed: '{passed}/3 tests', count: 'one USP | {n} USPs' },
  lever: {
    title: '4P and 4C', hint: 'Left, what we do; right, what the customer gets. Write at least one side of each pair.',
    product: { name: 'Product', question: 'What do they get, and how does it differ from what others get?' }, value: { name: 'Customer value', question: 'Which problem does it solve, and what is that worth?' },
    price: { name: 'Price', question: 'How do we quote; when do we give way, and when not?' }, cost: { name: 'Cost', question: 'What does it cost them in all: money, time, risk, the trouble of changing?' },
    place: { name: 'Place', question: 'From where do we deliver, who serves, how does it reach them?' }, convenience: { name: 'Convenience', question: 'Asking, ordering, accepting, repairing: how is it less trouble?' },
    promotion: { name: 'Promotion', question: 'What opens the door: a trial, a reference, a diagnosis, an event?' }, communication: { name: 'Communication', question: 'With whom, how often, about what; how do we hear the truth?' },
  },
  action: {
    line: 'Action {number}', add: 'Add an action', example: 'e.g. diagnose the line on site; Jason Zhou; by December 5; an engineer for two days; done when the customer has signed the report.',
    what: 'What', who: 'Who', by: 'By when', resource: 'Resources', measure: 'Done when', whatExample: 'e.g. diagnose the line on site', whoExample: 'e.g. Jason Zhou', resourceExample: 'e.g. an engineer for two days, travel', measureExample: 'e.g. the customer has signed the report',
  },
  indicator: { line: 'Indicator {number}', add: 'Add an indicator', example: 'e.g. meetings with the decision maker: 2 a month, looked at when the month ends.', name: 'What to watch', target: 'Target', checkOn: 'Check on', nameExample: 'e.g. meetings with the decision maker', targetExample: 'e.g. 2 a month' },
  improve: { label: 'How we keep improving', hint: 'How often do you look back, and who calls the meeting? Which sign makes you change, and what? If it works, where else do you use it?', placeholder: 'e.g. look back when the month ends; if after two months nobody met the decision maker, ask our general manager' },
  line: { up: 'Move line {number} up', down: 'Move line {number} down', remove: 'Remove line {number}', actionRemoved: 'One action removed', indicatorRemoved: 'One indicator removed' },
  removed: { title: 'Removed: {count}', toast: 'The strategy for “{name}” was removed', is: 'This strategy was removed.' },
  same: { title: 'Not differentiated', text: '“{one}” and “{other}” are in different quadrants, yet their strategies are nearly the same. Which should change?' },
  strip: { label: 'What is missing', missing: 'Still missing: {count}', adviceOnly: 'Complete, with advice', allGood: 'All six steps are written', all: 'All', fewer: 'Fewer', advice: 'Advice' },
  missing: {
    'goal-missing': 'Write the goal', 'goal-figure': 'Put a figure into the goal', 'goal-day': 'By which day?', 'analysis-missing': 'Analyse the customer', 'generic-missing': 'Choose one of the three strategies', 'approach-missing': 'Say in one sentence how you win', 'pair-missing': 'Write one side of “{ours}” and “{theirs}”',
    'usp-missing': 'Use at least one USP', 'usp-weak': '“{claim}” has passed {passed} of 3 tests', 'usp-gone': 'USPs in use that were removed: {count}', 'actions-missing': 'Add the first action', 'action-what': 'Action {place}: what?', 'action-who': 'Action {place}: who?', 'action-by': 'Action {place}: by when?',
    'action-measure': 'Action {place}: done when?', 'action-hollow': '“{what}” is vague. Write what one can see', 'indicators-missing': 'Add the first indicator', 'indicator-name': 'Indicator {place}: watch what?', 'indicator-target': 'Indicator {place}: which target?', 'indicator-day': 'Indicator {place}: when do you look?', 'improve-missing': 'Write how you keep improving',
  },
  check: { goal: 'Goal', analysis: 'Analysis', approach: 'Strategy', plan: 'Plan', monitor: 'Monitoring', improve: 'Improving' },
  fact: { strategies: 'written', steps: 'furthest', planned: 'owned' },
}

export const messages = { 'zh-CN': zh, en }
