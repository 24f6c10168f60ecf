export const zh = {
  alone: {
    label: '先各自，再一起', intro: '每人先在自己的设备上填，揭晓前谁也看不到，你也只看得到谁填好了。揭晓后组里只谈差得大的。', openAll: '全班开始', again: '全班再来一轮', showAll: '全部揭晓', sheet: '各组进展',
    exercise: { 'ideas-potential': '想因素 · 潜力', 'ideas-relationship': '想因素 · 关系', 'weights-potential': '定权重 · 潜力', 'weights-relationship': '定权重 · 关系', grades: '给客户打分' },
    none: '还没开始', running: '{entered}/{asked} 人填好了', groups: '{count} 个组已揭晓', group: '还没开始', waiting: '还在等：{names}', open: '开始', show: '揭晓', showNow: '仍要揭晓', drop: '取消这一轮', dropNow: '丢掉 {count} 人填的', dropAnyway: '仍要取消', comma: '、', tile: '{exercise} {entered}/{asked} 人', others: '还有 {count} 个练习没揭晓', past: '揭晓过的 {count} 个练习', early: '还有 {count} 人没填好，揭晓后不能再填。', opened: '已在各组打开：{exercise}', shown: '已揭晓：{exercise}',
    said: { ideas: '{count} 个想法', weights: '{count} 个因素值得谈', grades: '{count} 处值得谈', calm: '没有差得大的', none: '没有人填' },
  },
}
export const en: typeof zh = {
  alone: {
    label: 'First alone, then together', intro: 'Each enters on their own device. Nobody reads it before it is shown; you see who is done. Then a group talks only where its figures are far apart.', openAll: 'Begin in all groups', again: 'Another round for all', showAll: 'Show to all', sheet: 'By group',
    exercise: { 'ideas-potential': 'Ideas · potential', 'ideas-relationship': 'Ideas · relationship', 'weights-potential': 'Weights · potential', 'weights-relationship': 'Weights · relationship', grades: 'Grading customers' },
    none: 'Not begun', running: '{entered} of {asked} people done', groups: 'shown in one group | shown in {count} groups', group: 'Not begun', waiting: 'Waiting for {names}', open: 'Begin', show: 'Show', showNow: 'Show it now', drop: 'Cancel this round', dropAnyway: 'Cancel it anyway', dropNow: 'Throw away what one person entered | Throw away what {count} people entered', comma: ', ', tile: '{exercise}: {entered} of {asked}', others: 'One other exercise is not shown | {count} other exercises are not shown', past: 'One exercise shown before | {count} exercises shown before', early: 'One person is not done and can’t enter any more once it is shown. | {count} people are not done and can’t enter any more once it is shown.', opened: 'Open in the groups: {exercise}', shown: 'Shown: {exercise}',
    said: { ideas: 'one idea | {count} ideas', weights: 'one factor to discuss | {count} factors to discuss', grades: 'one grade to discuss | {count} grades to discuss', calm: 'Nothing far apart', none: 'Nobody entered any' },
  },
}
