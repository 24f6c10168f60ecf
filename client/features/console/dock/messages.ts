export const zh = {
  dock: { label: '控制台' },
  timer: {
    step: '第 {n}/{of} 步', label: '计时', start: '开始计时', pause: '暂停', resume: '继续', end: '结束', again: '重新计时', adjust: '增减时间',
    moreLabel: '加 {n} 分钟', lessLabel: '减 1 分钟', endsAt: '{time} 结束', soundOn: '打开铃声', soundOff: '关闭铃声',
    state: { idle: '还没有开始', running: '进行中', paused: '已暂停', overtime: '时间到，已超时', ended: '已结束' },
    mark: { 300000: '还剩 5 分钟', 60000: '还剩 1 分钟', 10000: '还剩 10 秒', 0: '时间到' },
  },
  lock: {
    label: '锁定', open: '各组可以编辑', all: '全部已锁定', some: '已锁定 {n} 组', closing: '{time} 后锁定', warn: '10 秒后锁定', now: '立即锁定', unlockAll: '全部解锁',
    held: '有 {n} 台设备在锁定后仍有改动，解锁后会自动并入。',
  },
  message: {
    toAll: '给全班发消息', titleAll: '发给全班', titleGroup: '发给 {group}', text: '内容', send: '发送', sent: '已发送', before: '发过的消息', all: '全班',
    samples: ['还有两分钟，请收尾', '请看投影', '请先检查权重合计是否为 100'],
  },
  scene: { lobby: '入场', agenda: '日程', timer: '计时', progress: '进度', map: '总地图', multiples: '小地图', findings: '隐患汇总', replay: '地图回放', 'usp-wall': '卖点墙', comparison: '量表对比', spotlight: '聚焦', alone: '先各自，再一起', pick: '抽签', points: '积分', poll: '投票', case: '案例板', stage: '成果分享', commitments: '承诺', feedback: '课程反馈', blank: '黑屏' },
  ofGroup: { lit: '点亮', potential: '潜力', relationship: '关系', map: '地图', findings: '隐患', gut: '直觉', usp: '卖点', strategy: '攻略', replay: '回放' },
  comparison: { label: '量表对比', axis: '对比哪个量表', potential: '购买潜力', relationship: '业务关系', lit: '权重分歧大的因素', open: '点小组看它的量表', none: '还没有权重相差 {points} 分以上的因素。', group: '投影 {group} 的量表：{factor} {weight}' },
  replay: { label: '地图回放', play: '播放', pause: '暂停', again: '从头播放', back: '退一步', forward: '进一步', still: '早晚对比', at: '{time}，第 {place}/{count} 步', waiting: '正在准备回放……', none: '还没有可以回放的内容。各组给客户打分后，每隔几分钟留一张地图。' },
  projector: {
    label: '投影', show: '放到投影上', shows: '投影正在显示', online: '投影已连接', none: '投影还没打开', open: '打开投影窗口', openAnother: '再开一个窗口', popupBlocked: '浏览器拦截了新窗口，请允许本页弹出窗口后再试。',
    miniature: '投影现在显示：{scene}', scenes: '投影画面', strategies: '哪一份攻略', oneGroup: '只看一个组', unblank: '恢复画面',
    customers: '显示客户名称', customersShown: '全场都能看到', customersMasked: '现在只显示编号，如 A3', people: '显示学员姓名', peopleShown: '全场都能看到，负责人也是', peopleHidden: '现在不带姓名，负责人也不显示',
    hold: '停在这一页', turning: '内容多时自动翻页', held: '不再翻页；换画面后恢复',
    theme: '投影明暗', light: '浅色', dark: '深色', locale: '投影语言',
  },
  takeHome: {
    title: '成果包', intro: '每组一个 Excel 工作簿、一份可打印的报告、地图图片和数据文件。', all: '下载全班（一个压缩包）', allHint: '所有小组的工作簿、地图和数据，加一张全班一览表。', preparing: '正在准备……', started: '下载开始了。', again: '没有反应？点这里',
    open: '让各组自己下载', openOn: '各组的“成果”已经打开', openOff: '到成果回顾时自动打开，也可以现在打开', reached: '成果回顾已经开始，各组都能下载', workbook: '工作簿', report: '报告', map: '地图', json: '数据', ofGroup: '{group}：{file}', none: '还没有客户',
    afterwards: '都拿到以后，点左上角的箭头回到班级列表，在班级的“⋯”里结束班级、删除客户名称或彻底删除。',
  },
  usage: { title: '用量', people: '学员', documents: '小组', bytes: '内容（MB）', updates: '每秒改动', of: '{used} / {of}' },
  join: {
    label: '加入课堂', title: '加入课堂', intro: '请学员连上同一个 Wi-Fi，扫码或在浏览器里输入网址和号码。', show: '显示二维码', qr: '二维码：{address}',
    nobodyYet: '还没有别的设备连上，请先用手机扫码试一次。', arrived: '已有别的设备连上，网络没问题。',
    door: '允许加入', doorOpen: '新学员可以进来', doorClosed: '已关门，已在班里的人不受影响',
    addresses: '网址', addressesHint: '扫不开时换一个，二维码和投影会跟着变。', arrivedHere: '已有人连上', inUse: '使用中', auto: '自动选择', copyFailed: '没能复制，请手动选中网址。',
    troubleTitle: '手机打不开？', trouble: '确认手机和电脑在同一个 Wi-Fi，并关掉手机流量。酒店 Wi-Fi 常会隔离设备，换成自带路由器或电脑热点；Windows 弹出防火墙提示时选“允许”。',
  },
}

export const en: typeof zh = {
  dock: { label: 'Controls' },
  timer: {
    step: 'Step {n}/{of}', label: 'Timer', start: 'Start', pause: 'Pause', resume: 'Resume', end: 'End', again: 'Reset', adjust: 'Add or take time',
    moreLabel: '{n} minute more | {n} minutes more', lessLabel: '1 minute less', endsAt: 'Until {time}', soundOn: 'Turn the bell on', soundOff: 'Turn the bell off',
    state: { idle: 'Not started', running: 'Running', paused: 'Paused', overtime: 'Time is up: overtime', ended: 'Ended' },
    mark: { 300000: '5 minutes left', 60000: '1 minute left', 10000: '10 seconds left', 0: 'Time is up' },
  },
  lock: {
    label: 'Lock', open: 'All groups can write', all: 'All groups are locked', some: 'One group is locked | {n} groups are locked', closing: 'Locks in {time}', warn: 'Lock in 10 s', now: 'Lock now', unlockAll: 'Unlock all',
    held: 'One device has changes that came after the lock. They come in when you unlock. | {n} devices have changes that came after the lock. They come in when you unlock.',
  },
  message: {
    toAll: 'Message to all', titleAll: 'Message to everybody', titleGroup: 'Message to {group}', text: 'Text', send: 'Send', sent: 'Sent', before: 'Sent before', all: 'All',
    samples: ['Two minutes left', 'Please look at the screen', 'Check that your weights total 100'],
  },
  scene: { lobby: 'Lobby', agenda: 'Agenda', timer: 'Timer', progress: 'Progress', map: 'All maps', multiples: 'Side by side', findings: 'Dangers', replay: 'Replay', 'usp-wall': 'USP wall', comparison: 'Compare', spotlight: 'Spotlight', alone: 'First alone', pick: 'Draw', points: 'Points', poll: 'Poll', case: 'Case board', stage: 'Sharing', commitments: 'Commitments', feedback: 'Feedback', blank: 'Blank' },
  ofGroup: { lit: 'Lit', potential: 'Potential', relationship: 'Relation', map: 'Map', findings: 'Dangers', gut: 'Gut', usp: 'USPs', strategy: 'Strategy', replay: 'Replay' },
  comparison: { label: 'Scales compared', axis: 'Which scale', potential: 'Potential', relationship: 'Relationship', lit: 'Weighed very differently', open: 'Tap a group for its scale', none: 'No factor’s weights are {points} points apart yet.', group: 'Show {group}’s scale: {factor} {weight}' },
  replay: { label: 'Replay of the map', play: 'Play', pause: 'Pause', again: 'Play from the start', back: 'One step back', forward: 'One step on', still: 'Then and now', at: '{time}, step {place} of {count}', waiting: 'Preparing the replay…', none: 'Nothing to replay yet. Once groups grade customers, a map is kept every few minutes.' },
  projector: {
    label: 'Projector', show: 'Put on projector', shows: 'On the projector', online: 'Connected', none: 'Not open yet', open: 'Open the projector window', openAnother: 'Open another window', popupBlocked: 'The browser blocked the new window. Allow pop-ups for this page and try again.',
    miniature: 'The projector shows: {scene}', scenes: 'Scenes', strategies: 'Which strategy', oneGroup: 'One group only', unblank: 'Show again',
    customers: 'Show customer names', customersShown: 'The whole room sees them', customersMasked: 'Numbers only, such as A3', people: 'Show people’s names', peopleShown: 'The whole room sees them, and who does what', peopleHidden: 'No names, nor who does what',
    hold: 'Stay on this page', turning: 'Long content turns its pages', held: 'No turning until another scene is shown',
    theme: 'Projector theme', light: 'Light', dark: 'Dark', locale: 'Projector language',
  },
  takeHome: {
    title: 'Take-home packs', intro: 'For each group an Excel workbook, a report to print, a picture of its map, and its data.', all: 'Download the whole class (one archive)', allHint: 'Workbooks, maps and data of all groups, and an overview of the class.', preparing: 'Preparing …', started: 'The download has started.', again: 'Nothing happened? Tap here',
    open: 'Groups may download', openOn: 'The groups’ “Take home” is open', openOff: 'Opens with the review; you may open it now', reached: 'The review has begun: every group may download', workbook: 'Workbook', report: 'Report', map: 'Map', json: 'Data', ofGroup: '{group}: {file}', none: 'no customers yet',
    afterwards: 'When everybody has theirs, the arrow at the top left leads to the list of classes: in a class’s “⋯” you end it, remove customers’ names, or wipe it for good.',
  },
  usage: { title: 'Usage', people: 'People', documents: 'Groups', bytes: 'Content, MB', updates: 'Changes a second', of: '{used} of {of}' },
  join: {
    label: 'Joining', title: 'Join the class', intro: 'Everybody joins the same Wi-Fi, then scans the code or types the address and the number.', show: 'Show the QR code', qr: 'QR code: {address}',
    nobodyYet: 'No other device has arrived yet. Try it with your phone first.', arrived: 'A device from outside has arrived: the network works.',
    door: 'People may join', doorOpen: 'New people can come in', doorClosed: 'Closed; those inside stay in',
    addresses: 'Address', addressesHint: 'Choose another if the QR code doesn’t open. QR code and projector follow.', arrivedHere: 'Arrived', inUse: 'In use', auto: 'Choose for me', copyFailed: 'Could not copy. Please select the address by hand.',
    troubleTitle: 'A phone can’t open it?', trouble: 'Check that phone and laptop are on the same Wi-Fi, with mobile data off. Hotel Wi-Fi often keeps devices apart: use your own router or the laptop’s hotspot. If Windows asks about the firewall, allow it.',
  },
}
