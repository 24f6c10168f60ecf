/** Words of the review some weeks after the class. */
const zh = {
  title: '30 天复盘',
  intro: '把你们带回去用的那本工作簿选进来，看看一个月里哪些客户动了：从哪个象限到了哪个象限，又多了哪些新客户。',
  steps: { fill: '在工作簿的“客户测量”页里重新打分，新客户写在空行里，保存。', choose: '在这里选这个文件。课上的内容不会被改动。', look: '两次都按小组现在的量表和分界线计算，动的是客户，不是尺子。' },
  choose: '选择工作簿', reading: '正在读取……', again: '再导入一次', locked: '小组的内容已锁定，现在不能导入。解锁后再来。',
  failed: { foreign: '这不是客图课堂的小组工作簿，或者里面的标记被删掉了。请选从课堂下载、在工作中填过的那一本。', newer: '这本工作簿是更新版本的程序做的，请先更新培训师电脑上的程序。', empty: '工作簿里没有客户。', otherGroup: '这本是 {letter} 组的工作簿，不是你们组的。', noGroup: '找不到这本工作簿所属的小组。请先选好小组，再导入一次。' },
  added: '已导入 {count} 家客户的近况。', unread: '{count} 个格子读不出数值或得分，当作没有答案。', tooMany: '放不下 {count} 家，只看了前面的。',
  when: '{date} 导入', remove: '移除这次导入', removed: '已移除', choice: '看哪一次',
  figures: { changed: '家换了象限', moved: '家在象限内移动', new: '家新客户', stayed: '家没动' },
  lists: { changed: '换了象限', new: '新客户', moved: '在象限内移动', gone: '工作簿里没有了', unmeasured: '还不能比较（有一次没打分）', stayed: '没动' },
  then: '课上', now: '现在', quadrant: '象限', difference: '变化', way: '{from} → {to}', spot: '潜力 {y}，关系 {x}', spots: '潜力 {y0} → {y1}，关系 {x0} → {x1}',
  map: '客户地图：课上与现在', nothing: '没有客户移动。', legend: { from: '课上的位置', to: '现在的位置', new: '新客户', changed: '换了象限' },
  print: '打印', present: '全屏展示', names: '显示客户名称', group: '{letter} 组', back: '我的班级', page: '“{title}”的复盘', pick: '选小组', open: '正在打开小组的内容……', gone: '打不开这个班级的内容，请回到“我的班级”再试。',
  trainerIntro: '各组把工作簿交回来，就在这里选；程序会认出是哪一组的。',
}

const en: typeof zh = {
  title: '30-day review',
  intro: 'Choose the workbook that you took to work. See which customers moved in the month: from which quadrant to which, and who is new.',
  steps: { fill: 'Grade again on the “Measuring” sheet of the workbook, write new customers into empty rows, and save.', choose: 'Choose that file here. What you made in class is not changed.', look: 'Both times count by the group’s scales and cut lines as they are now: the customers move, not the ruler.' },
  choose: 'Choose the workbook', reading: 'Reading …', again: 'Import once more', locked: 'The group’s work is locked, so nothing can be imported now. Come back when it opens.',
  failed: { foreign: 'This is no group workbook of Ketu, or its marks were deleted. Choose the one that came from the class and was filled in at work.', newer: 'A newer version of the program made this workbook. Update the program on the trainer’s laptop first.', empty: 'There is no customer in this workbook.', otherGroup: 'This is the workbook of group {letter}, not of yours.', noGroup: 'The group of this workbook is not in this class. Pick a group first, then import it again.' },
  added: 'One customer’s news imported. | Customers whose news was imported: {count}', unread: 'Cells in which no figure or grade could be read, taken as no answer: {count}', tooMany: 'Without room: {count}. Only those before them are shown.',
  when: 'Imported on {date}', remove: 'Remove this import', removed: 'Removed', choice: 'Which import',
  figures: { changed: 'changed quadrant', moved: 'moved within one', new: 'new', stayed: 'did not move' },
  lists: { changed: 'Changed quadrant', new: 'New customers', moved: 'Moved within their quadrant', gone: 'No longer in the workbook', unmeasured: 'Can’t be compared (not graded one of the times)', stayed: 'Did not move' },
  then: 'In class', now: 'Now', quadrant: 'Quadrant', difference: 'Change', way: '{from} → {to}', spot: 'potential {y}, relationship {x}', spots: 'potential {y0} → {y1}, relationship {x0} → {x1}',
  map: 'Customer map: in class and now', nothing: 'No customer has moved.', legend: { from: 'where it was in class', to: 'where it is now', new: 'new customer', changed: 'changed quadrant' },
  print: 'Print', present: 'Full screen', names: 'Show customers’ names', group: 'Group {letter}', back: 'My classes', page: 'Review of “{title}”', pick: 'Pick a group', open: 'Opening the group’s work …', gone: 'The work of this class can’t be opened. Go back to “My classes” and try again.',
  trainerIntro: 'When the groups hand in their workbooks, choose them here; the program knows whose each one is.',
}

export const messages = { 'zh-CN': zh, en }
