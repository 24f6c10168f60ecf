import { en as agendaEn, zh as agendaZh } from './agenda/messages.ts'
import { en as aloneEn, zh as aloneZh } from './alone/messages.ts'
import { en as askEn, zh as askZh } from './ask/messages.ts'
import { en as checkpointsEn, zh as checkpointsZh } from './checkpoints/messages.ts'
import { en as dockEn, zh as dockZh } from './dock/messages.ts'
import { en as preflightEn, zh as preflightZh } from './preflight/messages.ts'
import { en as roomEn, zh as roomZh } from './room/messages.ts'
import { sharing } from './sharing/messages.ts'
import { en as wallEn, zh as wallZh } from './wall/messages.ts'

const zh = {
  ...agendaZh, ...dockZh, ...wallZh, ...checkpointsZh, ...roomZh, ...preflightZh, ...askZh, ...aloneZh, sharing: sharing.zh,
  loading: '正在打开控制台', toClasses: '返回班级列表', ended: '已结束', endedBanner: '班级已结束，内容都在，可以查看和投影。', reopen: '重新开课', listSeparator: '、',
  peopleOnline: '{online} 人在线，共 {total} 人',
  parts: { label: '控制台的部分', control: '课堂', groups: '小组', agenda: '日程', projector: '投影' },
  line: { online: '已连接', offline: '已断开', banner: '和服务器断开了，正在重连。计时照常走，学员写的内容不会丢，按钮暂时不能用。一直连不上，请看看运行程序的窗口是否还开着；关了就重新运行，课堂会接着上。' },
  unreachable: { title: '连不上服务器', text: '请看看终端窗口里的程序是否还在运行。恢复后这里会自动打开。' },
  goodbye: {
    removed: { title: '控制台已关闭', text: '请从班级列表重新打开。' },
    'class-ended': { title: '班级已结束', text: '可以在班级列表里重新开课。' },
    'class-wiped': { title: '班级已删除', text: '这个班级和它的全部内容已从电脑上删除。' },
    'names-wiped': { title: '班级已结束', text: '客户名称已从这个班级里删除。' },
    unauthorized: { title: '请重新登录', text: '这台设备没有控制台的权限，请回到班级列表，按提示打开新的链接。' },
  },
  warning: {
    disk: '写入硬盘失败，学员的改动暂时没有保存。请清理硬盘空间，先不要关闭程序。{detail}',
    slept: '电脑睡眠了约 {n} 分钟，计时已停在睡眠前。', resume: '接着计时', resumeAndShorten: '接着计时，看看缩短哪里',
    'disk-low': '硬盘快满了，只剩 {detail} MB。请腾出一些空间，写满后学员的改动就无法保存。',
    'class-filling': '各组的内容合起来已用到上限的 {detail}%，满了就写不进新内容。请提醒各组不要粘贴大段文字。', 'class-full': '各组的内容合起来已到上限，写不进新内容了。请各组删掉用不着的文字，几秒后就能继续写。',
    'document-full': '{detail} 组的内容已到上限，写不进新内容了。', 'restored-copy': '数据文件打不开，已改用自动备份：{detail}', empty: '没有可用的备份，从空白开始', seen: '知道了',
  },
  device: {
    'too-fast': '{group} 组 {name} 的设备发送太频繁，已断开；请看看是不是开了别的程序，或刷新页面。', 'too-large': '{group} 组 {name} 的设备一次发来的内容太大，没有收下；请让他分几次粘贴。',
    unreadable: '{group} 组 {name} 的设备发来了读不懂的数据，已断开；请让他刷新页面。', 'not-reading': '{group} 组 {name} 的设备收不动数据，已断开，恢复后会自己连上；请看看它的 Wi-Fi。',
    times: '（{n} 次）', more: '还有 {n} 台设备。',
  },
  shortcuts: {
    title: '键盘快捷键', intro: '不在输入框里时有效。翻页笔的前后键切换日程，黑屏键控制投影黑屏。',
    group: { timer: '计时', agenda: '日程', groups: '小组', projector: '投影', class: '班级' },
    does: {
      'timer-toggle': '开始、暂停、继续', 'timer-more': '加 1 分钟', 'timer-less': '减 1 分钟', 'timer-five': '加 5 分钟', 'timer-end': '结束计时', sound: '铃声开关',
      next: '下一项', previous: '上一项', cuts: '看看缩短哪里', notes: '展开培训师备注',
      lock: '10 秒后锁定', unlock: '全部解锁', message: '给全班发消息', hands: '打开等得最久的举手', freeze: '请看前面', draw: '抽签', points: '积分', group: '打开小组',
      'scene-lobby': '入场', 'scene-agenda': '日程', 'scene-timer': '计时', 'scene-progress': '进度', 'scene-map': '总地图', 'scene-multiples': '小地图', 'scene-blank': '黑屏与恢复',
      customers: '显示或隐藏客户名称', people: '显示或隐藏学员姓名', theme: '浅色与深色', locale: '投影语言', window: '打开投影窗口',
      join: '二维码', door: '开门与关门', help: '快捷键',
    },
  },
}

const en: typeof zh = {
  ...agendaEn, ...dockEn, ...wallEn, ...checkpointsEn, ...roomEn, ...preflightEn, ...askEn, ...aloneEn, sharing: sharing.en,
  loading: 'Opening the console', toClasses: 'Back to the classes', ended: 'Ended', endedBanner: 'This class has ended. Everything is kept; you can look at it and show it.', reopen: 'Reopen', listSeparator: ', ',
  peopleOnline: '{online} of {total} online',
  parts: { label: 'Parts of the console', control: 'Class', groups: 'Groups', agenda: 'Agenda', projector: 'Projector' },
  line: { online: 'Connected', offline: 'Disconnected', banner: 'Disconnected; trying again. The timer goes on and nothing that people write is lost. Buttons are off for now. If it lasts, see whether the program’s window is still open; started again, the class goes on where it was.' },
  unreachable: { title: 'The server can’t be reached', text: 'See whether the program in the terminal window is still running. This page opens by itself once it is.' },
  goodbye: {
    removed: { title: 'Console closed', text: 'Open it again from the list of classes.' },
    'class-ended': { title: 'The class has ended', text: 'You can reopen it from the list of classes.' },
    'class-wiped': { title: 'The class was wiped', text: 'The class and everything in it are gone from this laptop.' },
    'names-wiped': { title: 'The class has ended', text: 'Customers’ names were taken out of this class.' },
    unauthorized: { title: 'Please sign in again', text: 'This device may not open the console. Go back to the list of classes; it says how to get a new link.' },
  },
  warning: {
    disk: 'Writing to the disk fails: changes are not being saved. Free some space, and don’t close the program. {detail}',
    slept: 'The laptop slept for about a minute. The timer stands where it was. | The laptop slept for about {n} minutes. The timer stands where it was.', resume: 'Go on', resumeAndShorten: 'Go on and shorten',
    'disk-low': 'The disk is nearly full: {detail} MB left. Free some space; once it is full, nothing more can be saved.',
    'class-filling': 'The groups’ content has used {detail}% of what a class may hold; once it is full, nothing new can be written. Ask groups not to paste long texts.', 'class-full': 'The groups’ content has reached what a class may hold; nothing new can be written. Ask groups to delete what they don’t need; a few seconds later they can write again.',
    'document-full': 'Group {detail} has reached the limit of its document; nothing new can be written.', 'restored-copy': 'The data file could not be opened; a safety copy is in use: {detail}', empty: 'there was none, so this start is empty', seen: 'Got it',
  },
  device: {
    'too-fast': '{name}’s device (group {group}) sent too much and was cut off. See what else runs on it, or reload its page.', 'too-large': '{name}’s device (group {group}) sent too much at once; it was not taken. Ask them to paste it in parts.',
    unreadable: '{name}’s device (group {group}) sent data that can’t be read and was cut off. Ask them to reload the page.', 'not-reading': '{name}’s device (group {group}) can’t keep up with what it is sent and was cut off. It comes back by itself; look at its Wi-Fi.',
    times: ' (once) | ({n} times)', more: 'And one more device. | And {n} more devices.',
  },
  shortcuts: {
    title: 'Keyboard shortcuts', intro: 'When you are not typing in a field. A presenter’s clicker moves through the agenda and blanks the projector.',
    group: { timer: 'Timer', agenda: 'Agenda', groups: 'Groups', projector: 'Projector', class: 'Class' },
    does: {
      'timer-toggle': 'Start, pause or resume', 'timer-more': 'One minute more', 'timer-less': 'One minute less', 'timer-five': 'Five minutes more', 'timer-end': 'End the timer', sound: 'Bell on or off',
      next: 'Next item', previous: 'Previous item', cuts: 'What to shorten', notes: 'Show all notes',
      lock: 'Lock in 10 s', unlock: 'Unlock all', message: 'Message to all', hands: 'Open the longest waiting hand', freeze: 'Eyes to the front', draw: 'Random draw', points: 'Points', group: 'Open a group',
      'scene-lobby': 'Lobby', 'scene-agenda': 'Agenda', 'scene-timer': 'Timer', 'scene-progress': 'Progress', 'scene-map': 'All maps', 'scene-multiples': 'Maps side by side', 'scene-blank': 'Blank and back',
      customers: 'Customer names on or off', people: 'People’s names on or off', theme: 'Light or dark', locale: 'Projector language', window: 'Open the projector window',
      join: 'QR code', door: 'Door open or closed', help: 'These shortcuts',
    },
  },
}

export const messages = { 'zh-CN': zh, en }
