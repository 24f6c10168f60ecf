const zh = {
  name: '案例', choose: '选择案例', text: '案例正文', ideas: '问题和想法',
  loading: '正在取案例……', failed: '案例还没有取到，连上后会自动再取。', none: '还没有案例。培训师讲到这一步时，正文会出现在这里。',
  question: '问题 {number}', yours: '我的想法', add: '加一条', placeholder: '一句话，越具体越好', draft: '点“加一条”，组员才看得到。', empty: '还没有人写。先各自写一条，再一起讨论。',
  full: '每人每题最多 {count} 条。', remove: '去掉这一条', removed: '已去掉一条', edit: '修改这一条',
  locked: '现在锁定了，只能看。', seen: '组员能看到，培训师可能选几条放到投影上（不显示姓名）。',
  state: { saving: '正在保存……', saved: '已保存', waiting: '还没送到，连上后自动送出', held: '锁定前没来得及送到，解锁后自动送出', refused: '没有收下：{reason}' },
}
const en: typeof zh = {
  name: 'Case', choose: 'Choose a case', text: 'The case', ideas: 'Questions',
  loading: 'Fetching the case…', failed: 'The case is not here yet. It is fetched once you are connected.', none: 'No case yet. Its text appears here when the trainer gets there.',
  question: 'Question {number}', yours: 'My ideas', add: 'Add', placeholder: 'One concrete line', draft: 'Your group reads it once you press Add.', empty: 'Nobody has written yet. Write one line each, then talk.',
  full: 'Your limit for this question: {count}.', remove: 'Remove this line', removed: 'A line was removed', edit: 'Change this line',
  locked: 'Locked: read only for now.', seen: 'Your group can read it. The trainer may put some lines on the projector, without names.',
  state: { saving: 'Saving…', saved: 'Saved', waiting: 'Not sent yet; it goes by itself once you are connected', held: 'Too late for the lock; it goes by itself after the unlock', refused: 'Not taken: {reason}' },
}
export const messages = { 'zh-CN': zh, en }
