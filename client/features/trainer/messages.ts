const zh = {
  title: '我的班级', courses: '课程', loading: '正在打开', code: '课堂号码', open: '进入控制台', look: '查看', end: '结束班级', reopen: '重新开课', more: '{title}：更多操作',
  groups: '{n} 组', people: '{n} 名学员', endedSection: '已结束', ended: '班级已结束，内容都在', reopened: '班级已重新开课',
  review: '30 天复盘', archive: { open: '打开存档', download: '下载存档', started: '正在下载存档，请妥善保管：里面有客户和学员的名字', opened: '已打开“{title}”，课堂号码 {code}' },
  empty: { title: '开第一个班', step1: '新建班级，定好小组数量。', step2: '在控制台打开投影窗口，拖到投影屏幕上。', step3: '学员扫码、写名字、选小组，就开始了。' },
  create: {
    button: '新建班级', title: '新建班级', intro: '课程日程会自动排好，之后都能改。', template: '课程', titleZh: '班级名称（中文）', titleEn: '班级名称（英文）', titleMissing: '至少写一种语言的名称。',
    trainer: '培训师姓名', groups: '小组数量', fewer: '少一组', more: '多一组', go: '创建并进入',
  },
  wipe: {
    button: '彻底删除', title: '彻底删除“{title}”？', text: '会从这台电脑的硬盘上抹掉，无法恢复：',
    what1: '{groups} 个小组的量表、客户、打分和地图', what2: '{people} 名学员的名单和登录', what3: '这个班的日程、计时和消息记录',
    type: '输入课堂号码 {code} 确认', confirm: '彻底删除', refused: '硬盘不让删，可能没有删完。若已满请腾出空间，再删一次。',
  },
  wipeNames: {
    button: '只删除客户名称', title: '删除“{title}”的客户名称？', text: '班级会结束。量表、打分和地图都留下，客户改用编号，如 A3。文字里的简称（“宁波海天机械”写成“海天”）认不出来，会留下；不能留的，请彻底删除。下面这些会删掉，无法恢复：',
    what1: '各组内容里的客户名称，包括备注、理由和其他文字里提到的', what2: '检查点、大家的回答和你发的消息里的客户名称', what3: '含有这些名称的自动备份，和学员设备上的副本', confirm: '删除客户名称',
  },
  receipt: {
    title: { names: '客户名称已删除', class: '班级已彻底删除' }, intro: '可以留作凭据。只记下数量，不含课堂内容。', heading: { names: '客户名称删除凭据', class: '班级删除凭据' },
    class: '班级', code: '课堂号码', at: '时间', groups: '小组', customers: { names: '名称被删除的客户', class: '客户' }, people: { names: '学员（名单保留）', class: '学员' }, checkpoints: { names: '改写的检查点', class: '检查点' },
    answers: { names: '检查过的个人回答', class: '个人回答' }, copies: '删除的自动备份', devices: '当场通知的设备',
    later: { names: '当时没有连接的设备，再次打开课堂页面时会删除自己的副本。文字里认不出的简称，以及导出、打印和拍照的内容，不在此列。', class: '当时没有连接的设备，再次打开课堂页面时会删除自己的副本。导出、打印和拍照的内容不在此列。' }, copy: '复制', save: '下载', print: '打印', file: '删除凭据',
  },
  pair: { button: '用另一台设备', title: '在另一台设备上打开控制台', intro: '用手机或平板扫码，它就能和这台电脑一起控制课堂。', secret: '这个链接等于你的钥匙，不要放到投影上。只能用一次。', qr: '控制台的一次性二维码', until: '{time} 前有效', again: '换一个', copy: '复制链接', copyFailed: '没能复制，请直接扫码。' },
  out: {
    title: '培训师入口', usedLink: '这个链接已经用过或过期了，请换一个新的。', intro: '控制台不用密码，用电脑给出的一次性链接打开。',
    step1: '在上课的电脑上，切换到运行程序的终端窗口。', step2: '按回车键，会出现一个新的培训师链接，点开它。', otherDevice: '已经在别的设备上登录了？在那里点“用另一台设备”，扫码就行。', again: '链接已打开，继续', participant: '我是学员，去加入课堂',
  },
}

const en: typeof zh = {
  title: 'My classes', courses: 'Courses', loading: 'Opening', code: 'Class code', open: 'Open console', look: 'View', end: 'End the class', reopen: 'Reopen', more: '{title}: more',
  groups: 'one group | {n} groups', people: 'nobody yet | one participant | {n} participants', endedSection: 'Ended', ended: 'The class has ended; everything is kept', reopened: 'The class is open again',
  review: '30-day review', archive: { open: 'Open an archive', download: 'Download archive', started: 'The archive is being downloaded. Keep it safe: it holds the names of customers and people', opened: '“{title}” is open; its code is {code}' },
  empty: { title: 'Make your first class', step1: 'Make a class and say how many groups.', step2: 'Open the projector window from the console and drag it onto the projector’s screen.', step3: 'People scan, type a name, pick a group, and you begin.' },
  create: {
    button: 'New class', title: 'New class', intro: 'The day’s agenda is made for you; you can change all of it later.', template: 'Course', titleZh: 'Title in Chinese', titleEn: 'Title in English', titleMissing: 'Write the title in at least one language.',
    trainer: 'Trainer’s name', groups: 'Groups', fewer: 'One group fewer', more: 'One group more', go: 'Create and open',
  },
  wipe: {
    button: 'Wipe for good', title: 'Wipe “{title}” for good?', text: 'This goes from the disk of this laptop and cannot be brought back:',
    what1: 'scales, customers, grades and maps of all groups ({groups})', what2: 'the list of participants ({people}) and their access', what3: 'the agenda, timer and messages of this class',
    type: 'Type the class code {code} to confirm', confirm: 'Wipe for good', refused: 'The disk refused, so perhaps not everything is gone. Make room if it is full, then do it again.',
  },
  wipeNames: {
    button: 'Remove customers’ names', title: 'Remove customers’ names from “{title}”?', text: 'The class ends. Scales, grades and maps stay; customers keep a number such as A3. Short forms in texts (“Harbour” for “Harbour Pumps Ltd”) are not recognised and stay; where they must not, wipe the class. This goes for good:',
    what1: 'customers’ names in the groups’ work, also where notes, reasons and other texts mention them', what2: 'names in checkpoints, in people’s answers and in your messages', what3: 'safety copies that hold these names, and the copies on people’s devices', confirm: 'Remove names',
  },
  receipt: {
    title: { names: 'Customers’ names are gone', class: 'The class was wiped' }, intro: 'Keep it as a record. It says how much there was, and nothing of what it said.', heading: { names: 'Record: customers’ names removed', class: 'Record: class wiped' },
    class: 'Class', code: 'Class code', at: 'Time', groups: 'Groups', customers: { names: 'Customers whose names went', class: 'Customers' }, people: { names: 'People (list kept)', class: 'People' }, checkpoints: { names: 'Checkpoints rewritten', class: 'Checkpoints' },
    answers: { names: 'Personal answers checked', class: 'Personal answers' }, copies: 'Safety copies removed', devices: 'Devices told at once',
    later: { names: 'Devices that were not connected remove their own copies when they open the class page again. Short forms of names in texts, and what was exported, printed or photographed, are not covered.', class: 'Devices that were not connected remove their own copies when they open the class page again. What was exported, printed or photographed is not covered.' }, copy: 'Copy', save: 'Download', print: 'Print', file: 'wipe-record',
  },
  pair: { button: 'Another device', title: 'Open the console on another device', intro: 'Scan with a phone or tablet; it then runs the class together with this laptop.', secret: 'This link is your key: never show it on the projector. It works once.', qr: 'One-time QR code for the console', until: 'Works until {time}', again: 'New link', copy: 'Copy link', copyFailed: 'Could not copy; please scan the code.' },
  out: {
    title: 'Trainer sign-in', usedLink: 'That link has been used or has expired. Please get a new one.', intro: 'The console has no password. It opens by a one-time link from the laptop.',
    step1: 'On the laptop, switch to the terminal window that the program runs in.', step2: 'Press Enter: a new trainer link appears. Open it.', otherDevice: 'Signed in on another device already? Choose “Another device” there and scan the code.', again: 'The link is open; go on', participant: 'I am a participant; take me to the class',
  },
}

export const messages = { 'zh-CN': zh, en }
