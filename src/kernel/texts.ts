import type { RefusalTexts } from './refusal.ts'

/** What the kernel's pure modules say when they refuse: decimals, units, periods, the working calendar. */
export const kernelRefusals: RefusalTexts = {
  'decimal/unreadable': {
    problem: { zh: '“{text}”不是一个数。', en: '"{text}" is not a number.' },
    cure: {
      zh: '请只填数字，例如 1234.5、1,234.5 或 12.3%；不要带单位、文字或科学计数法。',
      en: 'Type digits only, such as 1234.5, 1,234.5 or 12.3%; no unit, no words, no exponent.',
    },
  },
  'unit/unknown': {
    problem: { zh: '没有“{unit}”这个计量单位。', en: 'There is no unit "{unit}".' },
    cure: {
      zh: '您是不是要用“{suggestion}”？可用的单位：{known}。',
      en: 'Did you mean "{suggestion}"? Units that can be used: {known}.',
    },
  },
  'unit/mismatch': {
    problem: { zh: '“{from}”不能换算成“{to}”。', en: '"{from}" cannot be converted to "{to}".' },
    cure: {
      zh: '两个单位计量的不是同一种东西，请改用同类单位：{alike}。',
      en: 'They measure different things. Choose a unit of the same kind: {alike}.',
    },
  },
  'period/unreadable': {
    problem: { zh: '“{text}”不是一个时期。', en: '"{text}" is not a period.' },
    cure: {
      zh: '请写成 2018、2018-H1、2018-Q2、2018-06、2018-06-28、2018-01/2018-02 或 2018-01-01/2018-06-28；日期须真实存在，且止期不早于起期。',
      en: 'Write 2018, 2018-H1, 2018-Q2, 2018-06, 2018-06-28, 2018-01/2018-02 or 2018-01-01/2018-06-28; the days must exist and the end may not be before the start.',
    },
  },
  'period/not-begun': {
    problem: {
      zh: '到 {through} 为止，时期 {period} 尚未开始。',
      en: 'On {through} the period {period} has not begun.',
    },
    cure: {
      zh: '请把日期改为 {start} 或以后，或选择更早的时期。',
      en: 'Choose a day on or after {start}, or an earlier period.',
    },
  },
  'period/not-months': {
    problem: { zh: '时期 {period} 不是由整月组成的。', en: 'The period {period} is not made of whole months.' },
    cure: {
      zh: '请选择从某月第一天到某月最后一天的时期，例如 2018-01/2018-06。',
      en: 'Choose a period from the first day of a month to the last day of a month, such as 2018-01/2018-06.',
    },
  },
  'calendar/year-unknown': {
    problem: {
      zh: '工作日历里没有 {year} 年的放假安排，只有 {first} 至 {last} 年的。',
      en: 'The working calendar has no holidays for {year}; it covers {first} to {last}.',
    },
    cure: {
      zh: '国务院办公厅公布该年放假安排后，请把放假日和调休上班日填入经开区数据包的日历表。',
      en: "Once the State Council has published that year's arrangement, add its days off and make-up working days to the zone's calendar file.",
    },
  },
  'calendar/year-incomplete': {
    problem: {
      zh: '日历表里 {year} 年的放假安排不全，缺少：{missing}。',
      en: "The calendar file's holidays for {year} are incomplete: {missing} missing.",
    },
    cure: {
      zh: '请把该年放假通知中的全部放假日和调休上班日都填上，元旦、春节、国庆节当天不能少。',
      en: "Add every day off and make-up working day of that year's notice, with New Year's Day, Spring Festival and National Day.",
    },
  },
  'calendar/day-twice': {
    problem: { zh: '日历表里 {day} 出现了两次。', en: 'The calendar file has {day} twice.' },
    cure: { zh: '请只保留一行。', en: 'Keep one row for it.' },
  },
  'calendar/day-unreadable': {
    problem: { zh: '“{day}”不是一个日期。', en: '"{day}" is not a day.' },
    cure: {
      zh: '请写成 2018-06-28 的样子，且日期须真实存在。',
      en: 'Write it like 2018-06-28, and choose a day that exists.',
    },
  },
  'calendar/spring-festival-unknown': {
    problem: {
      zh: '没有 {year} 年的春节日期，只有 1990 至 2050 年的。',
      en: 'Spring Festival of {year} is not known here, only 1990 to 2050.',
    },
    cure: { zh: '请选择 1990 至 2050 年之间的年份。', en: 'Choose a year from 1990 to 2050.' },
  },
}
