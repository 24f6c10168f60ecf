const zh = {}

const en: typeof zh = {}

export const messages = { 'zh-CN': zh, en }
