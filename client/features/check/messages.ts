const zh = {
  title: '试一下这台设备', intro: '培训师的电脑上会看到结果。请让这一页开着一分钟。',
  line: { arrived: '能打开培训师电脑上的网页', control: '能收到培训师电脑的消息', sync: '能和培训师电脑同步内容', storage: '能在本机留一份副本', speed: '往返 {ms} 毫秒' },
  state: { waiting: '正在检查', ok: '正常', failed: '不行' },
  good: '这台设备可以用', bad: '有一项不行，请拿给培训师看', offline: '连不上培训师的电脑了。如果它提示“此 Wi-Fi 无法上网”，请选择“仍然使用”，并关掉移动数据。',
  wrongCode: '这个号码的班级不在了，请重新扫码。', wechat: '这是微信里的浏览器，上课没问题；下载文件时请点右上角“⋯”，在浏览器中打开。', cellular: '现在用的是移动数据，请连上课堂的 Wi-Fi。', join: '进入课堂',
}

const en: typeof zh = {
  title: 'Trying this device', intro: 'The trainer’s laptop shows the result. Leave this page open for a minute.',
  line: { arrived: 'Opens pages of the trainer’s laptop', control: 'Gets messages from the laptop', sync: 'Keeps in step with the laptop', storage: 'Keeps a copy of its own', speed: '{ms} ms there and back' },
  state: { waiting: 'checking', ok: 'fine', failed: 'failed' },
  good: 'This device is fine', bad: 'Something failed. Show it to the trainer', offline: 'The trainer’s laptop can’t be reached any more. If it says that the Wi-Fi has no internet, choose to stay connected, and turn mobile data off.',
  wrongCode: 'There is no class with this code. Scan again.', wechat: 'This is WeChat’s own browser: fine for the class. To save files, open the page in the browser with “⋯”.', cellular: 'You are on mobile data. Join the Wi-Fi of the class.', join: 'Go to the class',
}

export const messages = { 'zh-CN': zh, en }
