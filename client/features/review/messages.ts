const zh = {
  name: '回顾',
  commitment: {
    title: '下周我要做的一件事', hint: '一句话：对哪个客户，做什么。只有你和培训师看得到。培训师可能选几条放到投影上，不带姓名，除非培训师打开了学员姓名。',
    label: '我的承诺', placeholder: '例：约东泰的设备主管现场谈一次换油周期，带上四千小时的测试报告', date: '哪天之前', left: '还可以写 {count} 个字',
    dateText: '{date}之前',
  },
  feedback: {
    title: '课程反馈', hint: '不记名：培训师看得到大家的打分和意见，看不到是谁写的。', low: '不同意', high: '完全同意',
    question: { useful: '今天学的，工作中用得上', pace: '节奏合适，时间够用', trainer: '培训师讲得清楚，能解决我的问题', recommend: '我会推荐同事来上这门课' },
    text: '想对培训师说的话（可不填）', placeholder: '哪一段最有用？哪一段可以改？',
  },
  thanks: { title: '谢谢你今天的投入', text: '尺子、地图和攻略都是你们自己做出来的，周一就能用。离开前记得带走资料。', waiting: '写下承诺，今天就完整了。' },
  state: { none: '写好会自动保存', saving: '正在保存……', saved: '已保存', waiting: '还没送到，连上后自动送出，请不要关闭页面', refused: '没有收下，请再写一次' },
}
const en: typeof zh = {
  name: 'Review',
  commitment: {
    title: 'One thing I will do next week', hint: 'One sentence: which customer, doing what. Only you and the trainer can read it. The trainer may put some on the projector, without names unless people’s names are turned on.',
    label: 'My commitment', placeholder: 'e.g. meet Dongtai’s head of equipment on site about the change interval, with the 4,000-hour test report', date: 'By', left: 'Characters left: {count}',
    dateText: 'by {date}',
  },
  feedback: {
    title: 'Course feedback', hint: 'Anonymous: the trainer sees the grades and what was written, not who wrote it.', low: 'Disagree', high: 'Fully agree',
    question: { useful: 'I can use today’s work in my job', pace: 'The pace was right, there was enough time', trainer: 'The trainer was clear and answered my questions', recommend: 'I would recommend this course to a colleague' },
    text: 'A word to the trainer (if you like)', placeholder: 'What helped most? What should change?',
  },
  thanks: { title: 'Thank you for today', text: 'The rulers, the map and the strategies are your own work, ready for Monday. Take your materials before you leave.', waiting: 'Write down your commitment, and the day is complete.' },
  state: { none: 'Saved automatically as you write', saving: 'Saving…', saved: 'Saved', waiting: 'Not sent yet; it goes by itself once you are connected. Please keep this page open', refused: 'Not taken. Please write it again' },
}
export const messages = { 'zh-CN': zh, en }
