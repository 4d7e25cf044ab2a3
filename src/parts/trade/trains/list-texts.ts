import type { RefusalTexts } from '#kernel/refusal.ts'

export const trainListTexts: RefusalTexts = {
  'trade/places-unreadable': {
    problem: {
      zh: '{file} 第 {line} 行的{column}读不懂：“{value}”',
      en: '{file}, line {line}: {column} is unreadable: "{value}"',
    },
    cure: {
      zh: '请对照演示区同名文件的写法；线路里的地点须在地点表中',
      en: "Write it as the demonstration zone's file does; a route's places must be among the places",
    },
  },
}
