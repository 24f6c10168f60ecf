export const zh = {
  room: {
    label: '课堂工具',
    draw: '抽签', points: '积分', freeze: '请看前面', thaw: '结束“请看前面”', attendance: '签到表',
    frozen: '所有设备都显示“请看前面”，写了一半的内容已收好。', frozeToast: '设备上显示“请看前面”', thawedToast: '可以继续写了',
  },
  draw: {
    title: '抽签', of: '抽什么', person: '抽人', group: '抽组', go: '抽一个', onProjector: '同时放到投影上', another: '换一个', undo: '收回', show: '放到投影上',
    nobody: { person: '还没有学员。', group: '还没有有人的小组。' }, ready: { person: '抽一位在场的学员，这一轮里不会重复。', group: '抽一个小组，这一轮里不会重复。' },
    round: '第 {number} 轮，已抽 {drawn}/{of}', undone: '已收回，这一轮还可能抽到',
  },
  points: {
    title: '小组积分', intro: '点一下加减分，可以撤销。投影不显示理由。', reason: '理由（可不写）', reasonExample: '例：问得好', given: '{group}：{points} 分', total: '{n} 分',
    give: '给 {group} {points} 分', history: '记录', empty: '还没有给过分。', undo: '撤销这一条：{group} {points} 分', undone: '已撤销', gone: '（已收起的组）',
  },
  attendance: {
    title: '签到表', intro: '按小组列出谁、什么时候进来、现在在不在。', summary: '共 {all} 人，现在在线 {here} 人', lunch: '午休后回来 {back}/{all} 人', noLunch: '午休结束后，这里会显示谁回来了。',
    group: '小组', name: '姓名', joined: '加入时间', now: '现在', seen: '在线时段', back: '午休后', yes: '回来了', no: '没回来', removed: '已移出', refresh: '刷新', copy: '复制', csv: '下载 CSV', print: '打印',
    empty: '还没有人加入。', copyFailed: '没能复制，请下载 CSV。', file: '签到表', failed: '没能取到签到表。',
    many: '一次移出很多人', manyHint: '有人捣乱、一下子多出很多陌生名字时用。先在右侧最下面关上门；移出后可以撤销。', whom: '移出谁…', neverHere: '加入后从没上线的 {n} 人', joinedSince: '{time} 起加入的 {n} 人', removedMany: '已移出 {n} 人',
  },
  regroup: {
    title: '合并与拆分', mergeHint: '全组移到另一个组。本组的内容会收好，随时可以恢复。', merge: '合并到', merged: '{from} 已并入 {into}', splitHint: '选几个人组成新组，新组从本组内容的副本开始。', split: '拆出新组',
    choose: '选去新组的人', go: '拆出 {n} 人', splitDone: '{n} 人到了 {group}',
    archived: '已收起的小组（{n}）', archivedHint: '合并或删除的小组，内容都在。', mergedInto: '并入 {group}', removed: '已删除', restore: '恢复', restored: '{group} 已恢复',
  },
}

export const en: typeof zh = {
  room: {
    label: 'Room tools',
    draw: 'Draw', points: 'Points', freeze: 'Eyes front', thaw: 'End “eyes front”', attendance: 'Attendance',
    frozen: 'All devices show “eyes to the front”. Half-written words are safe.', frozeToast: 'Devices show “eyes to the front”', thawedToast: 'People can write again',
  },
  draw: {
    title: 'Random draw', of: 'What to draw', person: 'A person', group: 'A group', go: 'Draw', onProjector: 'Show it on the projector', another: 'Another one', undo: 'Take back', show: 'Put on projector',
    nobody: { person: 'Nobody has joined yet.', group: 'No group has people yet.' }, ready: { person: 'One of those who are here. Nobody twice in a round.', group: 'One of the groups. None twice in a round.' },
    round: 'Round {number}: {drawn} of {of} drawn', undone: 'Taken back; may be drawn again in this round',
  },
  points: {
    title: 'Points for groups', intro: 'One tap gives or takes; each can be undone. The room does not see reasons.', reason: 'Reason (optional)', reasonExample: 'e.g. good question', given: '{group}: {points}', total: 'one point | {n} points',
    give: '{points} for {group}', history: 'Given so far', empty: 'No points have been given.', undo: 'Undo: {points} for {group}', undone: 'Undone', gone: '(a group put away)',
  },
  attendance: {
    title: 'Attendance', intro: 'Who came, when, and who is here now, group by group.', summary: '{all} people, {here} online now', lunch: '{back} of {all} are back after lunch', noLunch: 'After lunch this also says who came back.',
    group: 'Group', name: 'Name', joined: 'Joined', now: 'Now', seen: 'Seen online', back: 'After lunch', yes: 'back', no: 'not back', removed: 'removed', refresh: 'Refresh', copy: 'Copy', csv: 'Download CSV', print: 'Print',
    empty: 'Nobody has joined yet.', copyFailed: 'Could not copy. Download the CSV instead.', file: 'attendance', failed: 'The list could not be fetched.',
    many: 'Remove many at once', manyHint: 'For when a joker fills the class with strangers. Close the door first, at the foot of the dock; it can be undone.', whom: 'Remove whom…', neverHere: '1 who joined and never came | {n} who joined and never came', joinedSince: '1 who joined from {time} on | {n} who joined from {time} on', removedMany: '1 person removed | {n} people removed',
  },
  regroup: {
    title: 'Merge and split', mergeHint: 'All members go to another group. This group’s work is put away and can be restored.', merge: 'Merge into', merged: '{from} was merged into {into}', splitHint: 'Some members make a new group. It begins with a copy of this group’s work.', split: 'Split off a group',
    choose: 'Who goes to the new group', go: 'Split off 1 person | Split off {n}', splitDone: '{n} went to {group}',
    archived: 'Groups put away ({n})', archivedHint: 'Merged or removed groups. Their work is kept.', mergedInto: 'merged into {group}', removed: 'removed', restore: 'Restore', restored: '{group} is back',
  },
}
