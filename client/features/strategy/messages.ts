/** Words of the customer strategies. */
const zh = {
  check: { goal: '设定目标', analysis: '分析客户', approach: '制定策略', plan: '执行计划', monitor: '监控与评估', improve: '持续改进' },
  fact: { strategies: '份攻略', steps: '步完成', planned: '有人有期限' },
}

const en: typeof zh = {
  check: { goal: 'Goal set', analysis: 'Customer analysed', approach: 'Strategy made', plan: 'Plan made', monitor: 'Indicators set', improve: 'Ways to improve' },
  fact: { strategies: 'strategies', steps: 'steps done', planned: 'owner and day' },
}

export const messages = { 'zh-CN': zh, en }
