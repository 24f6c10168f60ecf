/** Words of the fields and of the save state. */
const zh = {
  editing: '{name} 正在编辑',
  tooLong: '最多 {max} 个字，多出的部分没有写入。',
  notNumber: '“{typed}”不是数字，请改成例如 120 或 3.5 的写法。原来的值没有变。',
  outOfRange: '请填 {min} 到 {max} 之间的数字。原来的值没有变。',
}

const en: typeof zh = {
  editing: '{name} is editing',
  tooLong: 'At most {max} characters; the rest was not written.',
  notNumber: '“{typed}” is not a number. Write it like 120 or 3.5. The old value stays.',
  outOfRange: 'Write a number from {min} to {max}. The old value stays.',
}

export const messages = { 'zh-CN': zh, en }
