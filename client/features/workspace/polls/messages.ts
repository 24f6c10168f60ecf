export const zh = {
  label: '投票', open: '投票进行中', answer: '去投票', change: '修改', fold: '收起', done: '好了', later: '等会儿再投', youVoted: '投票进行中 · 你已投', unset: '未选',
  anonymous: '不记名：没有人看得到谁投了什么，包括培训师。',
  pickOne: '选一项', pickMany: '可多选', grade: '每句话打 1–5 分', giveWords: '写下 {count} 个词 | 最多写 {count} 个词',
  word: '一个词', addWord: '添加', removeWord: '去掉“{word}”', wordsFull: '已写满 {count} 个，先去掉一个再添加。', wordIsVote: '添加一个词就算投票，截止前都可以改。',
  place: '在图上点一下你的位置',
  state: { none: '点一下就算投票，截止前都可以改。', saving: '正在保存……', saved: '已投票，已保存。截止前都可以改。', waiting: '还没送到：连上后自动送出，请不要关闭页面。', refused: '没有收下：投票刚刚截止。' },
  partial: '还有 {count} 句没打分。',
  closed: '投票已截止', result: '投票结果', voters: '{count} 人投票', mine: '带圈的是你选的',
}
export const en: typeof zh = {
  label: 'Poll', open: 'Poll is open', answer: 'Vote', change: 'Change', fold: 'Fold', done: 'Done', later: 'Vote later', youVoted: 'Poll is open · you have voted', unset: 'not set',
  anonymous: 'Anonymous: nobody can see who voted what, not even the trainer.',
  pickOne: 'Choose one', pickMany: 'Choose all that apply', grade: 'Grade each sentence from 1 to 5', giveWords: 'Give one word | Give up to {count} words',
  word: 'A word', addWord: 'Add', removeWord: 'Remove “{word}”', wordsFull: 'That makes {count}. Remove one to add another.', wordIsVote: 'A word you add is a vote. You can change it while the poll is open.',
  place: 'Tap the plot where you stand',
  state: { none: 'A tap is a vote. You can change it while the poll is open.', saving: 'Saving…', saved: 'Your vote is in and saved. You can change it while the poll is open.', waiting: 'Not sent yet: it goes by itself once you are connected. Please keep this page open.', refused: 'Not taken: the poll has just closed.' },
  partial: 'Not graded yet: {count}.',
  closed: 'Poll closed', result: 'Poll result', voters: '1 vote | {count} votes', mine: 'Yours is ringed',
}
