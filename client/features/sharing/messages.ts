const zh = {
  place: '分享',
  title: '成果分享',
  order: '上台顺序', now: '正在台上', done: '讲完了', waiting: '等待上台', next: '下一组',
  intermission: {
    before: '还没有小组上台', next: '下一组就是你们，请准备', between: '现在没有小组在台上', presented: '你们讲完了，等下一组上台', over: '全部讲完了',
    text: '每组几分钟，讲自己的地图、一个隐患和一份攻略。想一想：哪一张图最能说明问题？', own: '轮到你们时，这里会变成投影的遥控器。', late: '还没打分的小组，可以在“上台顺序”里补打。',
  },
  drive: {
    title: '你们在台上', taken: '{name} 正在控制投影', trainer: '培训师正在控制投影', take: '由我来控制', mine: '投影跟着这台设备走', show: '投影显示什么',
    customer: '指出一个客户', none: '不指出', point: '在地图上按住并移动，全场会看到一个光圈。', noMap: '还没有量过的客户，地图是空的。', noStrategies: '还没有写攻略。', strategy: '哪一份攻略',
  },
  artifact: { map: '客户地图', potential: '潜力量表', relationship: '关系量表', usp: '独有卖点', strategy: '攻略' },
  score: {
    title: '给 {group} 组打分', text: '匿名。讲完以后也可以改。', low: '还没做到', high: '完全做到', criterion: '{title}：{points} 分', comment: '一个问题或一条建议', commentHint: '例：这个客户的采购额是怎么估出来的？',
    saved: '已保存', saving: '正在保存', waiting: '还没送到，连上后自动送出', refused: '没有收下，请再打一次', own: '自己的小组不打分。', give: '打分', given: '已打分',
  },
  result: { title: '大家给的分数', people: '{n} 人打分', none: '还没有人打分', comments: '大家的问题和建议', spread: '1 到 5 分各有几人' },
  unnamedStrategy: '未命名的攻略',
  stage: { title: '成果分享', thanks: '全部讲完了，谢谢大家', score: '台下请打分，并留一个问题' },
}

const en: typeof zh = {
  place: 'Share',
  title: 'Group sharing',
  order: 'Order', now: 'On stage', done: 'Presented', waiting: 'Waiting', next: 'Next',
  intermission: {
    before: 'No group is on stage yet', next: 'You are next. Get ready', between: 'No group is on stage now', presented: 'You have presented; the next group comes on', over: 'All groups have presented',
    text: 'A few minutes each: your map, one hidden danger, one strategy. Which picture says it best?', own: 'When it is your turn, this page becomes the projector’s remote control.', late: 'A group you have not scored yet can still be scored in “Order”.',
  },
  drive: {
    title: 'You are on stage', taken: '{name} drives the projector', trainer: 'The trainer drives the projector', take: 'Let me drive', mine: 'The projector follows this device', show: 'What the projector shows',
    customer: 'Point out a customer', none: 'None', point: 'Press and move on the map: the room sees a ring of light.', noMap: 'No customer has been measured yet, so the map is empty.', noStrategies: 'No strategy has been written yet.', strategy: 'Which strategy',
  },
  artifact: { map: 'Customer map', potential: 'Potential scale', relationship: 'Relationship scale', usp: 'USPs', strategy: 'Strategy' },
  score: {
    title: 'Score group {group}', text: 'Anonymous. You can still change it afterwards.', low: 'Not yet', high: 'Fully', criterion: '{title}: {points} points', comment: 'One question or piece of advice', commentHint: 'e.g. How did you estimate what this customer buys?',
    saved: 'Saved', saving: 'Saving', waiting: 'Not sent yet; it goes by itself once you are connected', refused: 'Not taken. Please score again', own: 'You don’t score your own group.', give: 'Score', given: 'Scored',
  },
  result: { title: 'How the others scored', people: '{n} person scored | {n} people scored', none: 'Nobody has scored yet', comments: 'Questions and advice', spread: 'How many gave 1 to 5' },
  unnamedStrategy: 'Unnamed strategy',
  stage: { title: 'Group sharing', thanks: 'All groups have presented. Thank you!', score: 'In the audience: score, and leave one question' },
}

export const messages = { 'zh-CN': zh, en }
