const zh = {
  title: '成果分享', open: '主持成果分享', begin: '投影显示上台顺序', intro: '叫一个小组上台，计时就开始；这个小组的任何一台平板都能控制投影。',
  order: '上台顺序', draw: '抽签决定顺序', drawn: '顺序已抽好', moveUp: '{group} 组往前', moveDown: '{group} 组往后',
  call: '请上台', callNext: '请 {group} 组上台', again: '再请上台', clear: '请下台', onStage: '{group} 组在台上', driver: '{name} 在控制投影', noDriver: '还没有人控制投影，由你控制', takeOver: '收回控制', show: '投影显示',
  slot: '每组时间', minutes: '{n} 分钟', tooLong: '{groups} 组都上台，加换场约要 {need} 分钟；这一项有 {minutes} 分钟，够 {fit} 组。其余的组可以贴墙走动观看，或缩短每组时间。', state: { now: '台上', done: '讲完了', waiting: '等待' },
  scored: '{n} 人打分', none: '还没有人打分', reveal: '公布', hide: '收起', revealed: '{group} 组的得分已公布', revealedLater: '{group} 组已看到得分，请下台后投影也会显示', comments: '问题和建议', 
  rubric: '评分标准', addCriterion: '加一条', removeCriterion: '删除第 {n} 条', criterion: '第 {n} 条', saveRubric: '保存标准', rubricSaved: '标准已保存', rubricHint: '改标准不会清掉已经打的分；删掉的那一条不再计入。',
}
const en: typeof zh = {
  title: 'Group sharing', open: 'Run the sharing', begin: 'Show the order on the projector', intro: 'Call a group onto the stage and its time begins. Any tablet of that group can drive the projector.',
  order: 'Order', draw: 'Draw the order', drawn: 'The order is drawn', moveUp: 'Group {group} earlier', moveDown: 'Group {group} later',
  call: 'Call', callNext: 'Call group {group}', again: 'Call again', clear: 'Clear the stage', onStage: 'Group {group} is on stage', driver: '{name} drives the projector', noDriver: 'Nobody drives the projector yet but you', takeOver: 'Take over', show: 'Projector shows',
  slot: 'Time for each group', minutes: '{n} minute | {n} minutes', tooLong: 'All {groups} groups, with changing over, take about {need} minutes. The item has {minutes}: enough for {fit}. The others can be a gallery, or give each less time.', state: { now: 'On stage', done: 'Presented', waiting: 'Waiting' },
  scored: '{n} scored | {n} scored', none: 'Nobody has scored yet', reveal: 'Show scores', hide: 'Hide scores', revealed: 'The scores of group {group} are shown', revealedLater: 'Group {group} sees its scores now; the projector shows them once the stage is clear', comments: 'Questions and advice', 
  rubric: 'Criteria', addCriterion: 'Add one', removeCriterion: 'Remove criterion {n}', criterion: 'Criterion {n}', saveRubric: 'Save criteria', rubricSaved: 'Criteria saved', rubricHint: 'Changing them clears no scores that were given; a criterion that is removed no longer counts.',
}
export const sharing = { zh, en }
