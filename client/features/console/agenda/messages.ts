export const zh = {
  agenda: {
    label: '日程', next: '下一项', begin: '开始上课', last: '已经是最后一项', goPrevious: '回到上一项：{title}', noPrevious: '前面没有了',
    go: '进入', edit: '修改', skip: '跳过', unskip: '取消跳过', up: '上移', down: '下移', drag: '拖动排序', minutes: '分钟', min: '{n} 分',
    took: '实际 {took} 分，计划 {planned} 分',
    state: { current: '进行中', done: '已完成', coming: '未开始', passed: '没有进行', skipped: '已跳过' },
    went: '已进入 {title}', shortened: '已缩短 {n} 项', edited: '已修改“{title}”',
    notBegun: '还没有开始上课。可以先点开日程，修改标题、时长和培训师备注。',
    notesPrivate: '培训师备注 · 只有你看得到',
    editTitle: '修改日程 {number}', title: '标题', titleMissing: '至少写一种语言的标题。',
    brief: '任务说明', briefHint: '显示在学员设备和投影上。', notes: '培训师备注', notesHint: '只有你看得到。',
    minutesLabel: '时长（分钟）', lessMinutes: '少 1 分钟', moreMinutes: '多 1 分钟', plannedFloor: '原计划 {planned} 分，最短 {floor} 分',
    minutesWrong: '请填 0 到 {most} 的整数。', belowFloor: '比建议的最短时间还短，可能做不完。',
    lockAtZero: '时间到自动锁定', lockAtZeroHint: '先提醒 10 秒，再把各组的内容改成只读。',
  },
  late: {
    onTime: '准时', late: '晚 {n} 分', early: '早 {n} 分', notBegun: '未开始', end: '下课',
    goal: '预计 {time} {goal}', goalLate: '，会晚 {n} 分', accept: '缩短，追回 {n} 分', look: '看看',
    uncovered: '全部缩到最短，仍然差 {n} 分。', nothingLeft: '后面没有可以缩短的项目了，可以跳过一项。', noNeed: '现在不需要缩短。',
  },
}

export const en: typeof zh = {
  agenda: {
    label: 'Agenda', next: 'Next', begin: 'Begin the class', last: 'This is the last item', goPrevious: 'Back to: {title}', noPrevious: 'Nothing before this',
    go: 'Go', edit: 'Edit', skip: 'Skip', unskip: 'Don’t skip', up: 'Move up', down: 'Move down', drag: 'Drag to reorder', minutes: 'minutes', min: '{n} min',
    took: 'Took {took} min, planned {planned}',
    state: { current: 'On now', done: 'Done', coming: 'Coming', passed: 'Not held', skipped: 'Skipped' },
    went: 'Now: {title}', shortened: 'One item shortened | {n} items shortened', edited: 'Changed “{title}”',
    notBegun: 'The class has not started. Open any item to change its title, length or notes.',
    notesPrivate: 'Your notes · nobody else sees this',
    editTitle: 'Edit item {number}', title: 'Title', titleMissing: 'Write the title in at least one language.',
    brief: 'Task', briefHint: 'Shown on the devices and the projector.', notes: 'Your notes', notesHint: 'Nobody else sees these.',
    minutesLabel: 'Length in minutes', lessMinutes: 'One minute less', moreMinutes: 'One minute more', plannedFloor: 'Planned {planned}, at least {floor}',
    minutesWrong: 'Enter a whole number from 0 to {most}.', belowFloor: 'Shorter than the least that works; groups may not finish.',
    lockAtZero: 'Lock when time is up', lockAtZeroHint: 'Warns for 10 seconds, then the groups’ work becomes read-only.',
  },
  late: {
    onTime: 'On time', late: '{n} min late', early: '{n} min early', notBegun: 'Not started', end: 'End of class',
    goal: '{goal} at {time}', goalLate: ', {n} min late', accept: 'Win back {n} min', look: 'Show',
    uncovered: 'Even so, {n} min short.', nothingLeft: 'Nothing ahead can be shortened. You could skip an item.', noNeed: 'No need to shorten anything now.',
  },
}
