/** Words of what a group takes home. */
const zh = {
  place: '成果',
  title: '把成果带回去', lead: '课堂上做的都在这里，下周一就能接着用。',
  empty: '小组还没有内容。先做量表和客户测量，这里就有东西可带。',
  workbook: { name: 'Excel 工作簿', text: '量表、测量表、客户地图、隐患和决定。公式是活的：加一家新客户，打上分，位置自动算出。', button: '下载工作簿' },
  report: { name: '打印报告', text: '小组的全部成果，排好了 A4 版面。打印时选“另存为 PDF”就能存成文件。', button: '打开报告' },
  map: { name: '地图图片', text: '客户分布地图的一张图片，可以放进幻灯片或发给同事。', button: '看图片', hint: '手机和平板：长按图片，选“保存”。', png: '保存 PNG', svg: '保存 SVG（放大不模糊）', making: '正在画图……', failed: '这台设备没能画出图片，请保存 SVG。' },
  json: { name: '数据文件', text: '全部内容的 JSON，给会写程序的同事。', button: '下载数据' },
  ended: { map: '下载地图图片' },
  started: '下载开始了。', again: '没有反应？点这里', asking: '正在准备……',
  device: { title: '换一台设备取成果', text: '在那台设备上会以 {name} 的身份继续。', address: '在它的浏览器里打开网址：' },
  wechat: {
    title: '微信里不能下载文件', text: '请换到手机自带的浏览器，会以 {name} 的身份继续。', menu: '点右上角“⋯”，选“在浏览器打开”。', address: '或者复制网址，粘贴到浏览器里：', copy: '复制网址', copied: '已复制', copyFailed: '没能复制，请长按网址选中。',
    code: '打开后选“我已经加入过，现在换了设备”，输入课堂号码和续接码：', classCode: '课堂号码', reentry: '续接码', make: '生成续接码', makeAgain: '重新生成', expires: '{minutes} 分钟内有效，只能用一次。', expired: '这个码已过期，请重新生成。',
  },
}

const en: typeof zh = {
  place: 'Take home',
  title: 'Take your work home', lead: 'Everything your group made, ready for Monday.',
  empty: 'Nothing here yet. Make the scales and measure customers first.',
  workbook: { name: 'Excel workbook', text: 'Scales, measuring sheet, customer map, findings and decisions, with live formulas: add a customer, grade it, and its place computes.', button: 'Download workbook' },
  report: { name: 'Printable report', text: 'All of your group’s work, laid out for A4. Choose “Save as PDF” when printing to keep it as a file.', button: 'Open report' },
  map: { name: 'Picture of the map', text: 'Your customer map as a picture for slides or for a colleague.', button: 'Show picture', hint: 'On a phone or tablet: hold the picture, then choose “Save”.', png: 'Save as PNG', svg: 'Save as SVG (sharp at any size)', making: 'Drawing …', failed: 'This device could not draw the picture. Please save the SVG.' },
  json: { name: 'Data file', text: 'Everything as JSON, for a colleague who writes programs.', button: 'Download data' },
  ended: { map: 'Download map picture' },
  started: 'The download has started.', again: 'Nothing happened? Tap here', asking: 'Preparing …',
  device: { title: 'Take it home on another device', text: 'There you go on as {name}.', address: 'Open this address in its browser:' },
  wechat: {
    title: 'WeChat can’t download files', text: 'Please change to the phone’s own browser; you go on as {name}.', menu: 'Tap “⋯” at the top right, then “Open in browser”.', address: 'Or copy the address and paste it into a browser:', copy: 'Copy address', copied: 'Copied', copyFailed: 'Could not copy. Hold the address to select it.',
    code: 'There, choose “I was already in, on another device” and enter class code and re-entry code:', classCode: 'Class code', reentry: 'Re-entry code', make: 'Make a re-entry code', makeAgain: 'Make a new one', expires: 'Good for {minutes} min, once.', expired: 'This code is too old. Make a new one.',
  },
}

export const messages = { 'zh-CN': zh, en }
