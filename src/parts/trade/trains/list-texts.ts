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
  'trade/no-train-list': {
    problem: { zh: '{file} 里没有班列清单（工作表：{sheets}）', en: '{file} holds no train list (sheets: {sheets})' },
    cure: {
      zh: '清单要有“箱号”一列，旁边有毛重、货值或箱型；可先下载模板对照',
      en: 'A list has a column of container numbers beside weight, value or size; compare with the template',
    },
  },
  'trade/train-list-too-large': {
    problem: { zh: '{file} 超过 {limit} MB，不像班列清单', en: '{file} is above {limit} MB, which is no train list' },
    cure: { zh: '请按月或按列分成几个文件', en: 'Split it by month or by train' },
  },
}
