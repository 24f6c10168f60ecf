import type { Locale } from '../../shared/language/locale.ts'

/** What the terminal says. Short, and always what to do next. */
export interface Words {
  readonly ready: string
  readonly trainer: string
  readonly trainerHint: string
  readonly join: string
  readonly noNetwork: string
  readonly data: (folder: string) => string
  readonly dataWarning: Readonly<Record<'synced-folder' | 'network-folder', string>>
  readonly restored: (when: string | null) => string
  readonly keys: string
  readonly freshLink: string
  readonly portTaken: (port: number) => string
  readonly useInstead: (port: number) => string
  readonly usingInstead: (port: number) => string
  readonly nextFree: (port: number) => string
  readonly noFreePort: string
  readonly alreadyRunning: (folder: string) => string
  readonly cannotListen: (host: string, why: string) => string
  readonly cannotWrite: (folder: string, why: string) => string
  readonly saving: string
  readonly saved: string
  readonly saveFailed: string
  readonly crashed: (file: string) => string
  readonly diskFailing: string
  readonly diskLow: string
  readonly seeLog: (event: string, file: string) => string
}

const zh: Words = {
  ready: '客图课堂已启动',
  trainer: '培训师入口（只能用一次，别投到屏幕上）',
  trainerHint: '按回车键，可以再生成一个培训师入口',
  join: '学员入口（手机、平板连同一个 Wi-Fi，扫码或输入网址）',
  noNetwork: '这台电脑还没有连上网络，学员暂时进不来。连上 Wi-Fi 或打开热点后，控制台会自动更新地址。',
  data: (folder) => `数据保存在 ${folder}`,
  dataWarning: {
    'synced-folder': '注意：这个文件夹会被网盘同步，可能损坏课堂数据。请用 --data 换到本机的普通文件夹。',
    'network-folder': '注意：这个文件夹在网络或外接磁盘上，断开就无法保存。请用 --data 换到本机硬盘。',
  },
  restored: (when) => when === null
    ? '注意：原来的数据文件读不出来，已另存在旁边；这次从空白开始。'
    : `注意：原来的数据文件读不出来，已另存在旁边；现在用的是 ${when} 的备份。`,
  keys: '按 Ctrl-C 保存并退出',
  freshLink: '新的培训师入口（只能用一次）',
  portTaken: (port) => `端口 ${port} 已被别的程序占用。`,
  useInstead: (port) => `改用端口 ${port} 吗？[Y/n] `,
  usingInstead: (port) => `已改用端口 ${port}。二维码和网址都按新端口生成。`,
  nextFree: (port) => `下一个空闲端口是 ${port}。请用 --port ${port} 重新启动，或用 --port auto 自动选择。`,
  noFreePort: '附近没有空闲端口了。请用 --port 指定一个。',
  alreadyRunning: (folder) => `客图课堂已经在运行，正在使用 ${folder}。先关掉那一个，或用 --data 换一个文件夹。`,
  cannotListen: (host, why) => `无法在 ${host} 上监听：${why}`,
  cannotWrite: (folder, why) => `无法使用数据文件夹 ${folder}：${why}。请用 --data 换一个能写入的文件夹。`,
  saving: '正在保存……',
  saved: '已保存，再见。',
  saveFailed: '保存时出错，最后几秒的修改可能没有写入硬盘。',
  crashed: (file) => `程序出错，已停止。已保存的内容不会丢失，重新启动即可继续。详情见 ${file}`,
  diskFailing: '硬盘写不进去了！课堂还在继续，但请马上腾出磁盘空间。',
  diskLow: '注意：硬盘快满了，请在上课前腾出一些空间。',
  seeLog: (event, file) => `出现问题：${event}（详情见 ${file}）`,
}

const en: Words = {
  ready: 'Ketu is running',
  trainer: 'Trainer (works once; keep it off the projector)',
  trainerHint: 'Press Enter for another trainer link',
  join: 'Participants (same Wi-Fi; scan the code or type the address)',
  noNetwork: 'This computer is not on a network yet, so nobody can join. Connect to Wi-Fi or turn on a hotspot; the console will show the new address.',
  data: (folder) => `Data is kept in ${folder}`,
  dataWarning: {
    'synced-folder': 'Careful: this folder is synced to a cloud, which can damage the data. Use --data with an ordinary folder on this computer.',
    'network-folder': 'Careful: this folder is on a network or external drive; without it nothing is saved. Use --data with a folder on this computer.',
  },
  restored: (when) => when === null
    ? 'Careful: the data file could not be read and was put aside; this start is empty.'
    : `Careful: the data file could not be read and was put aside; this is the safety copy of ${when}.`,
  keys: 'Ctrl-C saves and stops',
  freshLink: 'New trainer link (works once)',
  portTaken: (port) => `Port ${port} is taken by another program.`,
  useInstead: (port) => `Use port ${port} instead? [Y/n] `,
  usingInstead: (port) => `Using port ${port} instead. The QR code and the addresses carry the new port.`,
  nextFree: (port) => `The next free one is ${port}: start again with --port ${port}, or with --port auto to have one chosen.`,
  noFreePort: 'There is no free port nearby. Name one with --port.',
  alreadyRunning: (folder) => `Ketu is running already and uses ${folder}. Stop that one first, or choose another folder with --data.`,
  cannotListen: (host, why) => `Can not listen on ${host}: ${why}`,
  cannotWrite: (folder, why) => `Can not use the data folder ${folder}: ${why}. Choose one that can be written with --data.`,
  saving: 'Saving …',
  saved: 'Saved. Goodbye.',
  saveFailed: 'Saving failed; the changes of the last seconds may not be on the disk.',
  crashed: (file) => `The program failed and has stopped. What was saved is safe; start it again to go on. Details in ${file}`,
  diskFailing: 'The disk refuses writes! The class goes on, but free some space now.',
  diskLow: 'Careful: the disk is nearly full. Free some space before the class.',
  seeLog: (event, file) => `Something is wrong: ${event} (details in ${file})`,
}

export const wordsOf = (locale: Locale): Words => (locale === 'en' ? en : zh)
