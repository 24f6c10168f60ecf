export const zh = {
  poll: {
    label: '投票', make: '现场提问', ask: '开始投票', prepared: '本环节准备好的问题', voters: '{voters}/{people} 人已投', close: '截止', reopen: '重新开放', reveal: '揭晓', hide: '收起结果', again: '再问一次', remove: '删除', removed: '已删除投票',
    open: '进行中', closed: '已截止', shown: '已揭晓', notShown: '未揭晓', all: '今天的投票（{count}）', empty: '今天还没有投票。', anonymous: '不记名：这里也看不到是谁投的。', words: '点词可以从投影上拿掉或放回', wordHidden: '已拿掉', nobody: '还没有人投票。', compared: '会和 {time} 的那一次并排显示',
    opened: '投票已开始，学员设备上会马上出现', askedAt: '{time} 提问',
  },
  pollKind: { single: '单选', multiple: '多选', scale: '打分', words: '词云', axes: '坐标' },
  make: {
    title: '现场提问', kind: '形式', question: '问题', options: '选项（每行一个）', optionsHint: '2–8 个', statements: '要打分的句子（每行一句）', statementsHint: '1–6 句', low: '1 分表示', high: '5 分表示', most: '每人最多几个词',
    x: '横轴', y: '纵轴', lowEnd: '小的一端', highEnd: '大的一端', live: '结果边投边显示', liveHint: '关着时，投影先只显示票数，由你揭晓', onStage: '同时放到投影上', go: '开始投票', missing: '还缺问题', wrong: '选项要有 2–8 个，不重复，每个最多 60 字。', wrongStatements: '句子要有 1–6 句，不重复，每句最多 60 字。',
    sample: {
      single: { question: '现在的节奏怎么样？', rows: '刚好\n太快\n太慢' },
      multiple: { question: '哪些地方还想再讲讲？', rows: '因素怎么选\n权重怎么定\n区间怎么写\n都清楚了' },
      scale: { question: '你同意吗？', rows: '我知道该先跑哪个客户', low: '完全不同意', high: '完全同意' },
      words: { question: '用一个词说说现在的感受' },
      axes: { question: '你们公司现在在哪里？', x: { name: '了解客户', low: '少', high: '多' }, y: { name: '投入精力', low: '少', high: '多' } },
    },
  },
  board: {
    cases: '案例板', title: '案例板', intro: '点“选上”放到投影上，投影不显示姓名。', question: '问题 {number}', none: '还没有人写。学员在“案例”里写下的会出现在这里。', picked: '投影上的顺序', nothing: '还没有选。', pick: '选上', picked1: '已选', drop: '拿掉', pickedToast: '已选上', dropped: '已拿掉', up: '上移', down: '下移', move: '按住拖动', noCase: '这个课程没有案例。',
  },
  review: {
    open: '承诺与反馈', title: '承诺与反馈', commitments: '承诺', feedback: '课程反馈', count: '{count}/{people} 人已写承诺', none: '还没有人写承诺。学员在“回顾”里写，写好就到这里。', print: '打印名单', by: '{date}之前', undated: '没有日期', notWritten: '还没写：{names}', nameless: '投影上不带姓名。要带上，请打开投影里的“显示学员姓名”。', named: '投影上带姓名。',
    feedbackCount: '{count} 人填了反馈', feedbackNone: '还没有人填反馈。', lines: '大家写的话（不记名）', noLines: '没有人写话。', showFigures: '把打分放到投影上', anonymous: '不记名：这里看不到是谁写的。',
  },
}
export const en: typeof zh = {
  poll: {
    label: 'Polls', make: 'Ask now', ask: 'Open', prepared: 'Prepared for this item', voters: '{voters} of {people} voted', close: 'Close', reopen: 'Open again', reveal: 'Reveal', hide: 'Hide result', again: 'Ask again', remove: 'Remove', removed: 'Poll removed',
    open: 'open', closed: 'closed', shown: 'revealed', notShown: 'not revealed', all: 'Polls ({count})', empty: 'No polls yet today.', anonymous: 'Anonymous: it does not say who voted, here neither.', words: 'Tap a word to take it off the projector or bring it back', wordHidden: 'taken off', nobody: 'Nobody has voted yet.', compared: 'Will stand beside the one of {time}',
    opened: 'The poll is open and on everybody’s device', askedAt: 'asked {time}',
  },
  pollKind: { single: 'One', multiple: 'Several', scale: 'Grades', words: 'Words', axes: 'Two axes' },
  make: {
    title: 'Ask the room', kind: 'Kind', question: 'Question', options: 'Options, one per line', optionsHint: '2–8', statements: 'Sentences to grade, one per line', statementsHint: '1–6', low: '1 means', high: '5 means', most: 'Words per person',
    x: 'Across', y: 'Up', lowEnd: 'Low end', highEnd: 'High end', live: 'Show the result as votes come in', liveHint: 'Otherwise the projector shows the number of votes until you reveal it', onStage: 'Also on the projector', go: 'Open the poll', missing: 'The question is missing', wrong: '2–8 different options, at most 60 characters each.', wrongStatements: '1–6 different sentences, at most 60 characters each.',
    sample: {
      single: { question: 'How is the pace?', rows: 'Just right\nToo fast\nToo slow' },
      multiple: { question: 'What should we go over again?', rows: 'Choosing factors\nSetting weights\nWriting intervals\nAll clear' },
      scale: { question: 'Do you agree?', rows: 'I know which customer to visit first', low: 'Not at all', high: 'Fully' },
      words: { question: 'One word for how you feel now' },
      axes: { question: 'Where does your company stand?', x: { name: 'Knowing customers', low: 'little', high: 'well' }, y: { name: 'Effort spent', low: 'little', high: 'much' } },
    },
  },
  board: {
    cases: 'Case board', title: 'Case board', intro: '“Pick” puts a line on the projector, without the name.', question: 'Question {number}', none: 'Nobody has written yet. What people write under “Case” appears here.', picked: 'Order on the projector', nothing: 'Nothing picked yet.', pick: 'Pick', picked1: 'Picked', drop: 'Take off', pickedToast: 'Picked', dropped: 'Taken off', up: 'Up', down: 'Down', move: 'Hold and drag', noCase: 'This course has no case.',
  },
  review: {
    open: 'Review', title: 'Commitments and feedback', commitments: 'Commitments', feedback: 'Feedback', count: '{count} of {people} have written', none: 'No commitments yet. People write them under “Review”.', print: 'Print the list', by: 'by {date}', undated: 'no date', notWritten: 'Not yet: {names}', nameless: 'On the projector without names. To add them, turn on “Show people’s names”.', named: 'On the projector with names.',
    feedbackCount: 'Feedback from {count}', feedbackNone: 'No feedback yet.', lines: 'What people wrote (anonymous)', noLines: 'Nobody wrote a line.', showFigures: 'Grades on projector', anonymous: 'Anonymous: it does not say who wrote it.',
  },
}
