import type { RefusalTexts } from '#kernel/refusal.ts'

export const commissionerTexts: RefusalTexts = {
  'projects/person-left': {
    problem: { zh: '{name} 已于 {day} 离开', en: '{name} left on {day}' },
    cure: { zh: '请另选一位在岗人员', en: 'Choose somebody who is still here' },
  },
  'projects/serves-already': {
    problem: { zh: '{name} 已经是这个项目的服务专员', en: '{name} serves this project already' },
    cure: { zh: '更换时请另选一人', en: 'Choose somebody else' },
  },
  'projects/appointed-before': {
    problem: {
      zh: '现任专员{name} {day} 才到岗，不能从更早的日子起更换',
      en: '{name} began on {day}: nobody can take over before that',
    },
    cure: { zh: '请选 {day} 或以后的一天', en: 'Choose {day} or a later day' },
  },
  'projects/handover-missing': {
    problem: { zh: '没有写{name}的交接内容', en: 'What {name} hands over is missing' },
    cure: {
      zh: '请写明未办结的问题、联系人和下一步，接任的人要看',
      en: 'Say what is open, whom to talk to and what comes next',
    },
  },
  'projects/no-commissioner': {
    problem: { zh: '{project} 现在没有服务专员', en: '{project} has no commissioner now' },
    cure: { zh: '请先派驻一位', en: 'Second one first' },
  },
  'projects/no-person': {
    problem: {
      zh: '账号 {name} 没有对应的人员，走访不知记在谁名下',
      en: 'The account {name} belongs to no person, so a visit would be nobody’s',
    },
    cure: {
      zh: '请用本人的账号登录，或请管理员关联人员',
      en: 'Sign in as yourself, or ask the administrator to link the account',
    },
  },
  'projects/visit-ahead': {
    problem: { zh: '走访日期 {day} 还没有到，今天是 {today}', en: 'The day {day} is still ahead; today is {today}' },
    cure: { zh: '请填实际走访的日期', en: 'Enter the day of the visit' },
  },
  'projects/visit-words': {
    problem: { zh: '没有写走访情况', en: 'The visit has no words' },
    cure: { zh: '请写一两句看到的和听到的', en: 'Write a sentence of what you saw and heard' },
  },
  'projects/month-closed': {
    problem: {
      zh: '这里只能填报 {first} 到 {last}，不能填 {month}',
      en: 'Here {first} to {last} can be reported, not {month}',
    },
    cure: { zh: '更早的月份请在项目月报台账里更正', en: 'Correct earlier months in the ledger of monthly reports' },
  },
}
