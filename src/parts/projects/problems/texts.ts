import type { RefusalTexts } from '#kernel/refusal.ts'

export const problemTexts: RefusalTexts = {
  'projects/problem-unknown': {
    problem: { zh: '没有编号为 {number} 的问题', en: 'There is no problem {number}' },
    cure: { zh: '请核对编号，或从问题清单里打开', en: 'See to the number, or open it from the list of problems' },
  },
  'projects/problem-moved': {
    problem: {
      zh: '{number} 刚刚被{who}处理过，现在是“{state}”',
      en: '{who} has just dealt with {number}; it stands at “{state}” now',
    },
    cure: {
      zh: '您写的内容还在，请看过新的情况后再提交',
      en: 'What you wrote is still here: read what is new, then send it again',
    },
  },
  'projects/own-problem': {
    problem: {
      zh: '{number} 由本部门办理，本部门不能自行了结',
      en: 'Your department has dealt with {number}: it cannot settle it itself',
    },
    cure: {
      zh: '请由项目服务部或服务专员把确认链接发给企业，由企业确认',
      en: 'The project desk or the commissioner sends the link; the enterprise confirms',
    },
  },
  'projects/deed-not-now': {
    problem: {
      zh: '{number} 现在是“{state}”，不能“{deed}”，或者不由您办',
      en: '{number} stands at “{state}”: “{deed}” is not possible now, or not for you',
    },
    cure: {
      zh: '请打开这个问题，页面上只显示您现在能做的事',
      en: 'Open the problem: its page shows only what you can do now',
    },
  },
  'projects/words-missing': {
    problem: { zh: '“{deed}”要写明情况', en: '“{deed}” needs a few words' },
    cure: {
      zh: '请至少写两个字，对方和以后查阅的人都要看',
      en: 'Write at least two characters: others will read them',
    },
  },
  'projects/unit-missing': {
    problem: { zh: '没有选定交办的单位', en: 'No department is chosen' },
    cure: { zh: '请选一个现有的单位', en: 'Choose a unit of the zone' },
  },
  'projects/due-past': {
    problem: { zh: '期限 {day} 已经过去，今天是 {today}', en: 'The day {day} has passed; today is {today}' },
    cure: { zh: '请选今天或以后的一天', en: 'Choose today or a later day' },
  },
  'projects/link-not-now': {
    problem: {
      zh: '{number} 现在是“{state}”，还没有可请企业确认的答复',
      en: '{number} stands at “{state}”: there is no reply yet that the enterprise could confirm',
    },
    cure: { zh: '请在部门答复以后再生成链接', en: 'Make the link once the department has replied' },
  },
  'projects/link-unknown': {
    problem: {
      zh: '这个链接不对、已过期，或者已被新的链接取代',
      en: 'This link is wrong, has run out, or a newer one has taken its place',
    },
    cure: { zh: '请向您的服务专员要一个新的链接', en: 'Ask your commissioner for a new one' },
  },
  'projects/answered-already': {
    problem: {
      zh: '这个问题已经答复过了，现在是“{state}”',
      en: 'This has been answered already; it stands at “{state}” now',
    },
    cure: { zh: '如果情况有变化，请告诉您的服务专员', en: 'If things have changed, tell your commissioner' },
  },
  'projects/care-unreadable': {
    problem: { zh: '读不了 {file}：{problem}', en: 'Cannot read {file}: {problem}' },
    cure: { zh: '请按说明改正后重新载入', en: 'Correct it and load the zone again' },
  },
}
