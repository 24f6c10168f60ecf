const zh = {
  title: '课程', loading: '正在打开课程', toClasses: '返回班级列表', intro: '班级由课程生成。自带的课程不会改变，复制一份就能按你的习惯修改，也可以导出成文件，带到另一台电脑。',
  signedOut: '这台设备没有登录，或登录已过期。', signIn: '去登录',
  builtIn: '自带课程', edited: '{day} 修改', items: '{n} 项', minutes: '{n} 分钟', min: '{n} 分', atLeast: '最短 {n}',
  look: '查看', edit: '编辑', duplicate: '复制', duplicateToEdit: '复制一份来修改', more: '{title}：更多操作', makeClass: '用它开班', export: '导出文件', import: '导入文件', remove: '删除', removed: '课程已删除', imported: '已导入「{title}」', copyOf: '{title}（副本）',
  importFailed: '没有导入', importFailedText: '文件里有这些问题，改好后再导入一次。', moreProblems: '还有 {n} 处。',
  problem: {
    'not-json': '文件读不懂：不是 JSON，或者没有写完。', 'not-template': '这不是课程文件：缺少 format。', 'newer-format': '这个文件来自更新的版本，请先更新程序。',
    missing: '缺少这一项。', 'wrong-kind': '类型不对。', 'not-whole': '要写整数。', 'too-long': '太长，最多 {limit} 个字。', 'too-many': '太多，最多 {limit} 个。', 'too-few': '太少，至少 {limit} 个。',
    'too-small': '太小，不能小于 {limit}。', 'too-large': '太大，不能大于 {limit}。', 'unknown-word': '这个值不在可用的范围内。', 'wrong-form': '写法不对。', 'same-id': '有两项的编号（id）相同。',
  },
  place: {
    item: '第 {n} 项', nth: '第 {n} 个', joint: '，', title: '标题', brief: '任务说明', notes: '培训师备注', number: '序号', kind: '类型', activity: '学员任务', minutes: '时长', floor: '最短时长', cut: '缩短次序', startsAt: '开始时刻',
    steps: '步骤', items: '日程', polls: '投票', cases: '案例', lockAtZero: '自动锁定', uncounted: '不计课时', id: '编号（id）', format: '格式',
  },
  untitled: '没有名称的课程', courseTitle: '课程名称', rename: '改名称', redo: '重做', schedule: '日程', itemForm: '这一项的内容', toList: '返回日程', chooseItem: '点一项，在这里查看和修改。',
  add: '添加一项', addBehind: '在这一项后面添加', up: '上移', down: '下移', duplicateItem: '复制这一项', removeItem: '删除这一项', itemRemoved: '已删除「{title}」',
  fixedText: '这是自带的课程，不能修改。', leaveUnsaved: '还有修改没有保存，确定离开吗？',
  saving: { saved: '已保存', changed: '正在保存', failed: '没有保存', conflict: '没有保存' },
  conflict: { text: '这门课程刚刚在别处改过，这里的修改没有保存。', copy: '另存为新课程', theirs: '载入别处的版本' },
  summary: { time: '课时', day: '时间', frees: '可缩短', freesText: '{cuts} 分（全部到最短 {floors} 分）', advised: '{n} 项要看一下' },
  writeIn: '用哪种语言写', oneLess: '{label}：减 1', oneMore: '{label}：加 1', minutesWrong: '请填 {least} 到 {most} 的整数。',
  item: {
    number: '序号', title: '标题', brief: '任务说明', briefHint: '显示在学员设备和投影上。', notes: '培训师备注', notesHint: '只有你看得到。', kind: '类型', activity: '学员任务', noActivity: '没有新任务',
    minutes: '时长（分钟）', floor: '最短（分钟）', cut: '晚了先缩短谁', never: '不缩短', cutFirst: '最先', cutOrder: '第 {n} 位', startsAt: '几点开始', noHour: '不定', lockAtZero: '时间到自动锁定', lockAtZeroHint: '先提醒 10 秒，再把各组的内容改成只读。', uncounted: '不计课时', uncountedHint: '比如课前准备和午餐：不算在课程分钟数里，晚了可以让出时间。',
  },
  kind: { setup: '课前准备', lobby: '入场', poll: '投票', talk: '讲授', exercise: '练习', case: '案例', share: '分享', break: '休息', lunch: '午餐', review: '回顾', buffer: '机动' },
  activity: { potential: '购买潜力量表', relationship: '业务关系量表', measure: '客户测量', map: '客户分布地图', findings: '隐患', case: '案例板', usp: 'USP 清单', strategy: '客户攻略', review: '成果回顾' },
  steps: { label: '步骤', hint: '时间里的软提示：到点轻轻提醒，不打断。', add: '添加步骤', title: '步骤 {n} 的标题', minutes: '步骤 {n} 的分钟', up: '步骤 {n} 上移', down: '步骤 {n} 下移', remove: '删除步骤 {n}', sum: '步骤共 {sum} 分，这一项 {minutes} 分', fit: '调成 {minutes} 分' },
  rows: { nth: '{one} {n}', up: '{one} {n} 上移', down: '{one} {n} 下移', remove: '删除{one} {n}', add: '添加{one}' },
  poll: {
    label: '投票', one: '投票', hint: '提前写好，上课时点一下就能发起。', add: '添加投票', unnamed: '还没有写问题', kind: '形式', question: '问题',
    kinds: { single: '单选', multiple: '多选', scale: '1–5 分', words: '词云', axes: '两轴打点' },
    options: '选项', option: '选项', statements: '打分的说法', statement: '说法', low: '1 分的意思', high: '5 分的意思', compared: '和前面哪次并排比较', comparedNone: '不比较', most: '每人最多写几个词',
    axis: { x: { name: '横轴', low: '横轴左端', high: '横轴右端' }, y: { name: '纵轴', low: '纵轴下端', high: '纵轴上端' } },
    live: '边投边出结果', liveHint: '不打开时，由你揭晓。',
  },
  case: { label: '案例', hint: '案例板上的文字和讨论问题。', add: '添加案例', text: '案例正文', textHint: '空一行另起一段；行首写“## ”是小标题，“- ”是要点。', questions: '讨论问题', question: '问题', remove: '删除案例' },
  advice: {
    count: '{n} 条提醒', 'no-title': '还没有标题。', 'one-language': '标题只写了一种语言，用另一种语言的学员会看到这一种。', 'floor-above': '最短时间比时长还长。', 'nothing-to-cut': '排了缩短次序，但最短时间等于时长，缩不了。',
    'steps-sum': '步骤共 {sum} 分，这一项是 {total} 分；上课时步骤会按比例伸缩。', 'begins-late': '前面的内容会超过这一项的开始时刻 {minutes} 分钟。', gap: '这一项开始前会空出 {minutes} 分钟。',
  },
}

const en: typeof zh = {
  title: 'Courses', loading: 'Opening the courses', toClasses: 'Back to the classes', intro: 'Classes are made from a course. The built-in one never changes; duplicate it to make it yours, and export it as a file for another laptop.',
  signedOut: 'This device is not signed in, or no longer.', signIn: 'Sign in',
  builtIn: 'Built in', edited: 'Changed {day}', items: 'one item | {n} items', minutes: 'one minute | {n} minutes', min: '{n} min', atLeast: 'at least {n}',
  look: 'Look', edit: 'Edit', duplicate: 'Duplicate', duplicateToEdit: 'Duplicate to edit', more: '{title}: more', makeClass: 'Make a class', export: 'Export file', import: 'Import file', remove: 'Delete', removed: 'Course deleted', imported: 'Imported “{title}”', copyOf: '{title} (copy)',
  importFailed: 'Not imported', importFailedText: 'The file has these problems. Mend them and import it again.', moreProblems: 'And one more. | And {n} more.',
  problem: {
    'not-json': 'The file can’t be read: it is not JSON, or not complete.', 'not-template': 'This is no course file: it has no format.', 'newer-format': 'This file comes from a newer version. Please update the program.',
    missing: 'This is missing.', 'wrong-kind': 'This is of the wrong type.', 'not-whole': 'This has to be a whole number.', 'too-long': 'Too long: at most {limit} characters.', 'too-many': 'Too many: at most {limit}.', 'too-few': 'Too few: at least {limit}.',
    'too-small': 'Too small: not less than {limit}.', 'too-large': 'Too large: not more than {limit}.', 'unknown-word': 'This is none of the possible values.', 'wrong-form': 'This is not written as it should be.', 'same-id': 'Two items have the same id.',
  },
  place: {
    item: 'Item {n}', nth: 'no. {n}', joint: ', ', title: 'title', brief: 'task', notes: 'your notes', number: 'number', kind: 'kind', activity: 'task on the devices', minutes: 'length', floor: 'shortest length', cut: 'order of shortening', startsAt: 'hour',
    steps: 'steps', items: 'agenda', polls: 'polls', cases: 'case', lockAtZero: 'lock when time is up', uncounted: 'not course time', id: 'id', format: 'format',
  },
  untitled: 'Untitled course', courseTitle: 'Title of the course', rename: 'Rename', redo: 'Redo', schedule: 'Schedule', itemForm: 'This item', toList: 'Back to the schedule', chooseItem: 'Choose an item to see and change it here.',
  add: 'Add an item', addBehind: 'Add an item behind this one', up: 'Move up', down: 'Move down', duplicateItem: 'Duplicate this item', removeItem: 'Delete this item', itemRemoved: 'Deleted “{title}”',
  fixedText: 'This is the built-in course. It can’t be changed.', leaveUnsaved: 'Some changes are not saved. Leave all the same?',
  saving: { saved: 'Saved', changed: 'Saving', failed: 'Not saved', conflict: 'Not saved' },
  conflict: { text: 'This course was just changed elsewhere; what you changed here is not saved.', copy: 'Keep mine as a new course', theirs: 'Load the other one' },
  summary: { time: 'Course time', day: 'Day', frees: 'Can be cut by', freesText: '{cuts} min (all floors: {floors})', advised: 'One item to look at | {n} items to look at' },
  writeIn: 'Language to write in', oneLess: '{label}: one less', oneMore: '{label}: one more', minutesWrong: 'A whole number from {least} to {most}, please.',
  item: {
    number: 'Number', title: 'Title', brief: 'Task', briefHint: 'Shown on the devices and the projector.', notes: 'Your notes', notesHint: 'Nobody else sees these.', kind: 'Kind', activity: 'Task on the devices', noActivity: 'Nothing new',
    minutes: 'Length in minutes', floor: 'At least', cut: 'When late, shorten', never: 'never', cutFirst: 'first of all', cutOrder: 'as no. {n}', startsAt: 'Begins at', noHour: 'No hour', lockAtZero: 'Lock when time is up', lockAtZeroHint: 'Warns for 10 seconds, then the groups’ work becomes read-only.', uncounted: 'Not course time', uncountedHint: 'Set-up and lunch, for instance: not in the minutes of the course, and gives way when the class is late.',
  },
  kind: { setup: 'Set-up', lobby: 'Arrival', poll: 'Poll', talk: 'Talk', exercise: 'Exercise', case: 'Case', share: 'Sharing', break: 'Break', lunch: 'Lunch', review: 'Review', buffer: 'Buffer' },
  activity: { potential: 'Purchase-potential scale', relationship: 'Business-relationship scale', measure: 'Measuring customers', map: 'Customer map', findings: 'Hidden dangers', case: 'Case board', usp: 'USP list', strategy: 'Customer strategy', review: 'Review' },
  steps: { label: 'Steps', hint: 'Soft marks inside the time: a gentle word when one begins, no interruption.', add: 'Add a step', title: 'Title of step {n}', minutes: 'Minutes of step {n}', up: 'Move step {n} up', down: 'Move step {n} down', remove: 'Delete step {n}', sum: 'The steps are {sum} min, the item {minutes}', fit: 'Make them {minutes}' },
  rows: { nth: '{one} {n}', up: 'Move {one} {n} up', down: 'Move {one} {n} down', remove: 'Delete {one} {n}', add: 'Add: {one}' },
  poll: {
    label: 'Polls', one: 'poll', hint: 'Prepared here, asked in class with one press.', add: 'Add a poll', unnamed: 'No question yet', kind: 'Form', question: 'Question',
    kinds: { single: 'One choice', multiple: 'Several choices', scale: 'Grades 1–5', words: 'Word cloud', axes: 'Point between two axes' },
    options: 'Options', option: 'option', statements: 'Statements to grade', statement: 'statement', low: 'What 1 means', high: 'What 5 means', compared: 'Shown beside an earlier one', comparedNone: 'Not compared', most: 'Words per person, at most',
    axis: { x: { name: 'Horizontal axis', low: 'Its left end', high: 'Its right end' }, y: { name: 'Vertical axis', low: 'Its lower end', high: 'Its upper end' } },
    live: 'Result grows live', liveHint: 'Otherwise you reveal it.',
  },
  case: { label: 'Case', hint: 'The text and the questions of the case board.', add: 'Add a case', text: 'Text of the case', textHint: 'A blank line begins a paragraph; “## ” at its start a heading, “- ” a point.', questions: 'Questions to discuss', question: 'question', remove: 'Delete the case' },
  advice: {
    count: 'one hint | {n} hints', 'no-title': 'There is no title yet.', 'one-language': 'The title is in one language only; people who read the other see this one.', 'floor-above': 'The shortest length is above the length.', 'nothing-to-cut': 'It has a place among what to shorten, but its shortest length leaves nothing to cut.',
    'steps-sum': 'The steps are {sum} min, the item {total}; in class they stretch or shrink to fill it.', 'begins-late': 'What comes before runs {minutes} min past the hour of this item.', gap: '{minutes} min are empty before this item begins.',
  },
}

export const messages = { 'zh-CN': zh, en }
