export const zh = {
  agenda: {
    label: '日程', next: '下一项', begin: '开始上课', last: '已经是最后一项', goPrevious: '回到上一项：{title}', noPrevious: '前面没有了',
    go: '进入', edit: '修改', skip: '跳过', unskip: '取消跳过', up: '上移', down: '下移', drag: '拖动排序', min: '{n} 分钟', ofPlanned: '{took}/{planned} 分钟',
    took: '实际 {took} 分钟，计划 {planned} 分钟',
    state: { current: '进行中', done: '已完成', coming: '未开始', passed: '没有进行', skipped: '已跳过' },
    went: '已进入 {title}', tookBack: '已退回，计时和投影恢复原样', shortened: '已缩短 {n} 项', edited: '已修改“{title}”',
    notBegun: '还没有开始上课。可以先点开日程，修改标题、时长和培训师备注。',
    notesPrivate: '培训师备注 · 只有你看得到',
    editTitle: '修改日程 {number}', titleMissing: '至少写一种语言的标题。', planned: '原计划 {planned} 分钟。',
    add: '添加一项', addTitle: '添加一项', addGo: '添加', addBefore: '在前面添加一项', added: '已添加“{title}”', remove: '删除', removed: '已删除“{title}”',
  },
  day: {
    open: '时间对照', title: '这一天的时间', intro: '计划和实际逐项对照，可以打印，也可以存成下次的课程。', notBegun: '还没有开始上课。', total: '到现在的课时，没有进行的也算：计划 {planned} 分钟，实际 {took} 分钟，相差 {difference} 分钟。',
    item: '日程', planned: '计划', took: '实际', difference: '相差', notes: '记录', remark: '下次记得……', remarkOn: '“{title}”的记录', print: '打印',
    fate: { now: '进行中', skipped: '已跳过', 'not-held': '没有进行' }, added: '临时添加', overtime: '超时 {n} 分钟', paused: '暂停 {n} 分钟',
    saveTitle: '存成课程', saveText: '下次可以直接用它开班。', courseTitle: '课程名称', minutesOf: '每项时长', minutes: { took: '按实际用时', agenda: '按现在的日程' }, save: '存成课程', saved: '已存成课程“{title}”', openCourse: '打开这门课程',
  },
  lastTime: { longer: '上次（{day}）实际用时比计划多 {n} 分钟。', shorter: '上次（{day}）实际用时比计划少 {n} 分钟。', take: '按上次的用时安排', taken: '已按上次的用时安排 {n} 项', beside: '上次 {n}',
  },
  late: {
    onTime: '准时', late: '晚 {n} 分钟', early: '早 {n} 分钟', notBegun: '未开始', end: '下课',
    goal: '预计 {time} {goal}', goalLate: '，会晚 {n} 分钟', accept: '缩短，追回 {n} 分钟', look: '看看',
    uncovered: '全部缩到最短，仍然差 {n} 分钟。', nothingLeft: '后面没有可以缩短的项目了，可以跳过一项。', noNeed: '现在不需要缩短。',
  },
}

export const en: typeof zh = {
  agenda: {
    label: 'Agenda', next: 'Next', begin: 'Begin the class', last: 'This is the last item', goPrevious: 'Back to: {title}', noPrevious: 'Nothing before this',
    go: 'Go', edit: 'Edit', skip: 'Skip', unskip: 'Don’t skip', up: 'Move up', down: 'Move down', drag: 'Drag to reorder', min: '{n} min', ofPlanned: '{took}/{planned} min',
    took: 'Took {took} min, planned {planned}',
    state: { current: 'On now', done: 'Done', coming: 'Coming', passed: 'Not held', skipped: 'Skipped' },
    went: 'Now: {title}', tookBack: 'Taken back: timer and projector are as they were', shortened: 'One item shortened | {n} items shortened', edited: 'Changed “{title}”',
    notBegun: 'The class has not started. Open any item to change its title, length or notes.',
    notesPrivate: 'Your notes · nobody else sees this',
    editTitle: 'Edit item {number}', titleMissing: 'Write the title in at least one language.', planned: 'Planned: {planned} min.',
    add: 'Add an item', addTitle: 'Add an item', addGo: 'Add', addBefore: 'Add an item before this one', added: 'Added “{title}”', remove: 'Delete', removed: 'Deleted “{title}”',
  },
  day: {
    open: 'Times', title: 'The times of this day', intro: 'Planned and actual, item by item: to print, or to keep as a course for next time.', notBegun: 'Class has not begun.', total: 'Course time so far, with what was not held: planned {planned} min, took {took} min, difference {difference} min.',
    item: 'Item', planned: 'Plan', took: 'Took', difference: '+/−', notes: 'Notes', remark: 'For next time …', remarkOn: 'Note on “{title}”', print: 'Print',
    fate: { now: 'On now', skipped: 'Skipped', 'not-held': 'Not held' }, added: 'Added on the day', overtime: '{n} min overtime', paused: 'Paused {n} min',
    saveTitle: 'Keep as a course', saveText: 'Then the next class can be made from it.', courseTitle: 'Title of the course', minutesOf: 'Minutes', minutes: { took: 'As it really took', agenda: 'As the agenda says now' }, save: 'Keep as a course', saved: 'Kept as the course “{title}”', openCourse: 'Open this course',
  },
  lastTime: { longer: 'Last time ({day}) it took one minute more than planned. | Last time ({day}) it took {n} minutes more than planned.', shorter: 'Last time ({day}) it took one minute less than planned. | Last time ({day}) it took {n} minutes less than planned.', take: 'Plan with last time’s minutes', taken: 'One item planned as last time | {n} items planned as last time', beside: 'last {n}',
  },
  late: {
    onTime: 'On time', late: '{n} min late', early: '{n} min early', notBegun: 'Not started', end: 'End of class',
    goal: '{goal} at {time}', goalLate: ', {n} min late', accept: 'Win back {n} min', look: 'Show',
    uncovered: 'Even so, {n} min short.', nothingLeft: 'Nothing ahead can be shortened. You could skip an item.', noNeed: 'No need to shorten anything now.',
  },
}
