export const zh = {
  wall: { label: '小组', add: '加一组', waiting: '{n} 组举手', emptyTitle: '等学员进来', emptyText: '打开投影或二维码，学员扫码、写名字、选小组就进来了。' },
  group: {
    letter: '{letter} 组', unnamed: '（未起队名）', open: '查看 {group}', nobody: '还没有人', online: '{online}/{total} 在线', away: '{n} 人离开', progress: '完成 {done}/{total}',
    lock: { closing: '即将锁定', locked: '已锁定', open: '可编辑' }, closing: '{time} 后锁定', locked: '已锁定，学员只能看',
    tabs: '小组内容', stale: '连接已断开，这里是断开前的内容。', leftOut: '有 {n} 处内容格式不对，没有显示。',
    handsOf: '举手：{names}', lower: '放下', toProjector: '投到大屏', message: '发消息', nudge: '提醒一下', nudged: '已提醒', unlock: '解锁', lockInTwo: '2 分钟后锁定', twoMore: '再给 2 分钟', gotMore: '2 分钟后锁定这个组', onProjector: '已投到大屏',
  },
  tab: { potential: '潜力量表', relationship: '关系量表', map: '地图与隐患', customers: '客户', usps: '卖点', strategies: '攻略', members: '组员', checkpoints: '检查点' },
  toProjector: { potential: '潜力量表', relationship: '关系量表', map: '本组地图', findings: '隐患与决定', gut: '直觉与测量', usp: '独有卖点', strategy: '客户攻略', lit: '在总地图上点亮' },
  signal: {
    hand: '举手', hands: '{n} 人举手', waiting: '等了 {n} 分', held: '{n} 台设备的改动等待并入', quiet: '{n} 分钟没有编辑',
    weights: { potential: '潜力权重 {total}', relationship: '关系权重 {total}' }, 'all-high': '打分全是高分',
  },
  check: { factors: '因素够了', complete: '因素都完整', weights: '权重合计 100', checks: '没有问题', customers: '至少 6 家客户', gut: '凭直觉排好序', measured: '全部测完', effort: '填了投入', judged: '隐患都判断了' },
  figures: { noFactors: '还没有因素', factors: '{n} 个因素', complete: '{n} 个完整', weight: '权重 {n}', noCustomers: '还没有客户', measured: '客户已测 {measured}/{total}', findings: '{open} 条待判断 · 确认 {accepted} 条', both: '因素 {potential}＋{relationship}', nothing: '还没有内容' },
  map: { empty: '还没有测好的客户，地图是空的。', alignment: '投入匹配度', spearman: '直觉与测量一致度', findings: '隐患' },
  finding: { concentration: '过于集中', neglected: '被冷落', 'over-served': '过度服务', 'non-separating': '因素分不开客户', 'all-high': '打分全是高分', incomplete: '信息不全', customers: '{n} 家客户' },
  verdict: { accepted: '已确认', rejected: '已否定', open: '待判断', own: '小组自己写的' },
  customers: { empty: '这个组还没有写客户。', name: '客户', quadrant: '象限', effort: { visits: '拜访次数', hours: '工时', budget: '预算' }, unnamed: '（未命名）', incomplete: '不全', unmeasured: '未测' },
  usps: { empty: '这个组还没有写卖点。', shown: '本组已公开：投影上会出现卖点的文字。', hidden: '本组还没有公开：投影上只有打开“客户名称”时才显示卖点的文字。' },
  strategies: { empty: '这个组还没有写攻略。' },
  presence: { online: '在线', away: '离开', offline: '不在线' },
  members: {
    groupName: '队名', groupNameExample: '例如 远航队', groupRenamed: '队名已改', empty: '这个组还没有人。', name: '姓名', more: '{name}：更多操作', rename: '改名', personRenamed: '{before} 已改名', reentry: '续接码',
    reentryHint: '{name} 在新设备上输入这个号码，{time} 前有效，只能用一次。', moveTo: '移到', moved: '{name} 已移到 {group}', remove: '移出班级', removedToast: '{name} 已移出', removed: '已移出的学员',
    removeGroup: '删除这个组', removeGroupHint: '先把组员移到别的组，才能删除。', removeGroupEmpty: '只能删除没有人的组。', groupRemoved: '{group} 已删除',
  },
}

export const en: typeof zh = {
  wall: { label: 'Groups', add: 'Add a group', waiting: 'One group waits | {n} groups wait', emptyTitle: 'Waiting for people', emptyText: 'Show the QR code or open the projector. People scan, type their name, pick a group, and are in.' },
  group: {
    letter: 'Group {letter}', unnamed: '(no name yet)', open: 'Open {group}', nobody: 'Nobody yet', online: '{online}/{total} online', away: '{n} away', progress: '{done} of {total} done',
    lock: { closing: 'Locking soon', locked: 'Locked', open: 'Open' }, closing: 'Locks in {time}', locked: 'Locked: people can read only',
    tabs: 'The group’s work', stale: 'The connection is lost. This is what was there before.', leftOut: 'One entry is in the wrong format and not shown. | {n} entries are in the wrong format and not shown.',
    handsOf: 'Hand up: {names}', lower: 'Lower', toProjector: 'Put on projector', message: 'Message', nudge: 'Nudge', nudged: 'Nudged', unlock: 'Unlock', lockInTwo: 'Lock in 2 min', twoMore: '2 more minutes', gotMore: 'This group locks in 2 minutes', onProjector: 'On the projector now',
  },
  tab: { potential: 'Potential scale', relationship: 'Relationship scale', map: 'Map and dangers', customers: 'Customers', usps: 'USPs', strategies: 'Strategies', members: 'Members', checkpoints: 'Checkpoints' },
  toProjector: { potential: 'Potential scale', relationship: 'Relationship scale', map: 'This group’s map', findings: 'Dangers and decisions', gut: 'Gut and measured order', usp: 'USPs', strategy: 'Strategy', lit: 'Lit on the class map' },
  signal: {
    hand: 'Hand up', hands: '{n} hands up', waiting: '{n} min', held: 'One device has held changes | {n} devices have held changes', quiet: 'No edits for {n} min',
    weights: { potential: 'Potential weights {total}', relationship: 'Relationship weights {total}' }, 'all-high': 'All grades are high',
  },
  check: { factors: 'Enough factors', complete: 'All factors complete', weights: 'Weights total 100', checks: 'No problems', customers: 'At least 6 customers', gut: 'Gut order done', measured: 'All measured', effort: 'Effort entered', judged: 'All dangers judged' },
  figures: { noFactors: 'No factors yet', factors: 'One factor | {n} factors', complete: '{n} complete', weight: 'weights {n}', noCustomers: 'No customers yet', measured: '{measured}/{total} measured', findings: '{open} to judge · {accepted} accepted', both: 'Factors {potential} + {relationship}', nothing: 'Nothing yet' },
  map: { empty: 'No customer is measured yet, so the map is empty.', alignment: 'Effort fits potential', spearman: 'Gut order fits measured', findings: 'Hidden dangers' },
  finding: { concentration: 'Concentrated', neglected: 'Neglected', 'over-served': 'Over-served', 'non-separating': 'Factor tells nothing apart', 'all-high': 'All grades high', incomplete: 'Incomplete', customers: 'One customer | {n} customers' },
  verdict: { accepted: 'Accepted', rejected: 'Rejected', open: 'To judge', own: 'The group’s own' },
  customers: { empty: 'This group has no customers yet.', name: 'Customer', quadrant: 'Quadrant', effort: { visits: 'Visits', hours: 'Hours', budget: 'Budget' }, unnamed: '(no name)', incomplete: 'incomplete', unmeasured: 'Not measured' },
  usps: { empty: 'This group has no USPs yet.', shown: 'Shown by the group: the projector may show these claims.', hidden: 'Not shown by the group: the projector shows these claims only while customers’ names are shown.' },
  strategies: { empty: 'This group has no strategy yet.' },
  presence: { online: 'Online', away: 'Away', offline: 'Offline' },
  members: {
    groupName: 'Group name', groupNameExample: 'e.g. Voyagers', groupRenamed: 'Group renamed', empty: 'Nobody is in this group yet.', name: 'Name', more: '{name}: more', rename: 'Rename', personRenamed: '{before} was renamed', reentry: 'Re-entry code',
    reentryHint: '{name} types this on the new device. Works once, until {time}.', moveTo: 'Move to', moved: '{name} moved to {group}', remove: 'Remove from class', removedToast: '{name} was removed', removed: 'Removed people',
    removeGroup: 'Remove this group', removeGroupHint: 'Move its members to other groups first.', removeGroupEmpty: 'Only an empty group can be removed.', groupRemoved: '{group} was removed',
  },
}
