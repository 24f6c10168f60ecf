/** Words of the printed report, beside those that the workbook has too. */
const zh = {
  title: '小组成果报告', print: '打印或存成 PDF', printHint: '在打印窗口里选 A4；目标选“另存为 PDF”就能存成文件。', 
  members: '组员：{names}', strategy: '客户攻略：{subject}', unit: '（{unit}）', at: '{date} 的内容', loading: '正在取回小组的内容……', failed: '没能打开这份报告。', denied: '这份报告只给本组成员和培训师看。请在你加入课堂的设备和浏览器上打开。', retry: '重试',
  points: '{points} 分', source: '数据来源：{source}', weightReason: '权重的理由：{reason}', gradeReasons: '自己定的得分和理由', noScale: '这张量表还没有因素。', noCustomers: '还没有客户。', noMap: '还没有客户上图。',
  customers: '客户测量', byQuadrant: '按象限看客户', none: '无', range: '{value}（{low}–{high}）', complete: '空心点表示打分不全，线段是补齐后可能到的范围。',
}

const en: typeof zh = {
  title: 'Report of the group', print: 'Print or save as PDF', printHint: 'Choose A4 in the print window; “Save as PDF” keeps it as a file.', 
  members: 'Members: {names}', strategy: 'Strategies: {subject}', unit: ' ({unit})', at: 'As of {date}', loading: 'Fetching the group’s work …', failed: 'This report could not be opened.', denied: 'This report is for the group and the trainer. Open it on the device and in the browser with which you joined.', retry: 'Try again',
  points: '{points} pts', source: 'Source: {source}', weightReason: 'Why this weight: {reason}', gradeReasons: 'Grades of our own, and why', noScale: 'This scale has no factors yet.', noCustomers: 'No customers yet.', noMap: 'No customer is on the map yet.',
  customers: 'Customers measured', byQuadrant: 'Customers by quadrant', none: 'none', range: '{value} ({low}–{high})', complete: 'Hollow points lack grades; the lines show where they could still move.',
}

export const messages = { 'zh-CN': zh, en }
