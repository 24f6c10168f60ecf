/** Words of the USP list. */
const zh = {
  check: { listed: '列出至少 5 条', complete: '每条都有证据、对手和对象', tested: '每条都过三关', chosen: '选出最强的三条' },
  fact: { listed: '条卖点', tested: '已过三关', passed: '三关全过' },
}

const en: typeof zh = {
  check: { listed: 'At least 5 listed', complete: 'Each with evidence, rival and for whom', tested: 'Each put to the three tests', chosen: 'The best three chosen' },
  fact: { listed: 'USPs', tested: 'tested', passed: 'passed all' },
}

export const messages = { 'zh-CN': zh, en }
