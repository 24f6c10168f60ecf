export const zh = {
  checkpoints: {
    intro: '有改动时每 3 分钟留一个检查点，每个练习结束再留一个。点开看看从那以后改了什么。',
    empty: { title: '还没有检查点', text: '小组一写，3 分钟内就会有第一个。例如写完量表后误删了几个因素，就能从这里找回来。', button: '再看一次' },
    failed: '没能读到检查点。', compareFailed: '没能比较这个检查点，可能已经清理掉了。',
    reason: { interval: '自动留存', 'exercise-end': '练习结束', 'before-restore': '恢复之前' },
    counts: { factors: '{n} 个因素', customers: '{n} 家客户', grades: '{n} 个打分' },
    since: '从那以后', same: '和现在一样，没有改动。',
    change: {
      'factors-added': '{scale}：新增 {n} 个因素', 'factors-removed': '{scale}：移除 {n} 个因素', 'factors-changed': '{scale}：改写 {n} 个因素', 'weights-changed': '{scale}：改了 {n} 个权重', 'factors-moved': '{scale}：换了因素的顺序',
      'customers-added': '新增 {n} 家客户', 'customers-removed': '移除 {n} 家客户', 'customers-changed': '改了 {n} 家客户的名称或备注', 'customers-moved': '换了客户的顺序',
      'grades-given': '新打了 {n} 个分', 'grades-changed': '改了 {n} 个分', 'grades-cleared': '清掉 {n} 个分',
      'effort-changed': '改了 {n} 家客户的投入', 'revenue-changed': '改了 {n} 家客户的收入', 'effort-unit-changed': '换了投入的单位', 'gut-order-changed': '换了直觉排序', 'gut-order-closed': '确认了直觉排序', 'gut-order-opened': '重新打开了直觉排序',
      'cut-lines-moved': '移动了分界线', 'verdicts-changed': '{n} 条隐患的判断变了', 'reasons-changed': '{n} 条隐患的理由变了', 'own-added': '自己写了 {n} 条隐患', 'own-removed': '移除 {n} 条自己写的隐患', 'own-changed': '改写 {n} 条自己写的隐患',
      'usps-added': '新增 {n} 条卖点', 'usps-removed': '移除 {n} 条卖点', 'usps-changed': '改了 {n} 条卖点',
      'strategies-added': '新增 {n} 份攻略', 'strategies-removed': '移除 {n} 份攻略', 'strategies-changed': '改了 {n} 份攻略',
      'decisions-added': '新增 {n} 个决定', 'decisions-removed': '移除 {n} 个决定', 'decisions-changed': '改写 {n} 个决定',
    },
    about: '{change}（{names}）', aboutMore: '{change}（{names} 等）',
    goBack: '恢复到这一刻',
    confirm: { title: '恢复到 {time}？', text: '{group}的内容会变回 {time} 的样子。组员的设备马上跟着变，可以接着写，不用刷新。', kept: '现在的内容会先留成一个检查点，随时可以换回来。', locked: '这个组现在是锁定的；锁定期间写的内容，解锁后还会并入。', go: '恢复' },
    restored: '{group}已恢复到 {time}', already: '{group}的内容已经是 {time} 的样子', undone: '{group}已换回恢复之前的内容',
  },
}

export const en: typeof zh = {
  checkpoints: {
    intro: 'While a group works, its state is kept every 3 minutes and at the end of each exercise. Tap one to see what has changed since.',
    empty: { title: 'No checkpoints yet', text: 'The first one comes within 3 minutes of the group’s first words. Factors deleted by mistake, for example, can be brought back from here.', button: 'Look again' },
    failed: 'The checkpoints could not be read.', compareFailed: 'This checkpoint could not be compared; it may have been cleared away.',
    reason: { interval: 'Kept automatically', 'exercise-end': 'End of the exercise', 'before-restore': 'Before going back' },
    counts: { factors: 'one factor | {n} factors', customers: 'one customer | {n} customers', grades: 'one grade | {n} grades' },
    since: 'Since then', same: 'The same as now: nothing has changed.',
    change: {
      'factors-added': '{scale}: one factor added | {scale}: {n} factors added', 'factors-removed': '{scale}: one factor removed | {scale}: {n} factors removed', 'factors-changed': '{scale}: one factor rewritten | {scale}: {n} factors rewritten', 'weights-changed': '{scale}: one weight changed | {scale}: {n} weights changed', 'factors-moved': '{scale}: factors in another order',
      'customers-added': 'One customer added | {n} customers added', 'customers-removed': 'One customer removed | {n} customers removed', 'customers-changed': 'Name or note of one customer changed | Name or note of {n} customers changed', 'customers-moved': 'Customers in another order',
      'grades-given': 'One grade given | {n} grades given', 'grades-changed': 'One grade changed | {n} grades changed', 'grades-cleared': 'One grade taken back | {n} grades taken back',
      'effort-changed': 'Effort of one customer changed | Effort of {n} customers changed', 'revenue-changed': 'Revenue of one customer changed | Revenue of {n} customers changed', 'effort-unit-changed': 'Unit of effort changed', 'gut-order-changed': 'Gut order changed', 'gut-order-closed': 'Gut order confirmed', 'gut-order-opened': 'Gut order opened again',
      'cut-lines-moved': 'Cut lines moved', 'verdicts-changed': 'One danger judged differently | {n} dangers judged differently', 'reasons-changed': 'The reason for one danger changed | The reasons for {n} dangers changed', 'own-added': 'One danger of their own written | {n} dangers of their own written', 'own-removed': 'One danger of their own removed | {n} dangers of their own removed', 'own-changed': 'One danger of their own rewritten | {n} dangers of their own rewritten',
      'usps-added': 'One USP added | {n} USPs added', 'usps-removed': 'One USP removed | {n} USPs removed', 'usps-changed': 'One USP changed | {n} USPs changed',
      'strategies-added': 'One strategy added | {n} strategies added', 'strategies-removed': 'One strategy removed | {n} strategies removed', 'strategies-changed': 'One strategy changed | {n} strategies changed',
      'decisions-added': 'One decision added | {n} decisions added', 'decisions-removed': 'One decision removed | {n} decisions removed', 'decisions-changed': 'One decision rewritten | {n} decisions rewritten',
    },
    about: '{change} ({names})', aboutMore: '{change} ({names} …)',
    goBack: 'Go back to this moment',
    confirm: { title: 'Go back to {time}?', text: 'The work of {group} becomes what it was at {time}. Its devices follow at once and people can go on writing, without a reload.', kept: 'What is there now is kept as a checkpoint first, so you can return to it at any time.', locked: 'This group is locked. What was written during the lock still comes in when you unlock it.', go: 'Go back' },
    restored: '{group} is back at {time}', already: '{group} already is as it was at {time}', undone: '{group} has again what it had before',
  },
}
