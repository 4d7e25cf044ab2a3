import type { RefusalTexts } from '#kernel/refusal.ts'
import { orderTexts } from '../supervision/texts.ts'
import { listTexts } from './list-texts.ts'

export const inspectionTexts: RefusalTexts = {
  'matters/batch-unknown': {
    problem: { zh: '没有督察批次“{code}”。', en: 'There is no inspection batch "{code}".' },
    cure: { zh: '请从督察问题页选择批次。', en: 'Choose a batch on the page of inspection issues.' },
  },
  'matters/batch-known': {
    problem: { zh: '批次代码“{code}”已经有了。', en: 'There is a batch with the code "{code}" already.' },
    cure: {
      zh: '同一批次不要重复接收；确是另一批的，请换一个代码。',
      en: 'Do not take in a batch twice; if it is another one, give it another code.',
    },
  },
  'matters/receipt-known': {
    problem: { zh: '受理编号“{receipt}”重复。', en: 'The receipt number "{receipt}" is there already.' },
    cure: {
      zh: '受理编号在全区唯一；请删去重复的一件，或改正编号后重新接收整批。',
      en: 'A receipt number is unique; leave the issue out or correct its number, then take in the whole batch again.',
    },
  },
  'matters/days-turned': {
    problem: {
      zh: '办结日期 {to} 早于接收日期 {from}。',
      en: 'The day to answer by, {to}, is before the day received, {from}.',
    },
    cure: { zh: '请改正两个日期。', en: 'Correct the two days.' },
  },
  'matters/issue-unknown': {
    problem: { zh: '没有受理编号为“{receipt}”的问题。', en: 'There is no issue with the receipt number "{receipt}".' },
    cure: { zh: '请核对受理编号。', en: 'See to the receipt number.' },
  },
  'matters/issue-not-now': {
    problem: {
      zh: '问题“{receipt}”现在不能这样办理，或不在您的权限内。',
      en: 'This cannot be done with issue "{receipt}" now, or not by you.',
    },
    cure: {
      zh: '先有核实结论，再初验；事项结案或阶段性办结后，由责任单位初验、监督中心复验。请刷新页面看最新进度。',
      en: 'A finding comes first; once the matter has ended, the duty unit accepts and then the supervision centre. Load the page again to see where it stands.',
    },
  },
  'matters/accepted-own': {
    problem: {
      zh: '您办理过这个问题，不能再由您复验销号。',
      en: 'You handled this issue, so you cannot strike it off.',
    },
    cure: {
      zh: '请由监督中心没有经手的同事复验。',
      en: 'Let a colleague of the supervision centre who had no part in it do so.',
    },
  },
  ...listTexts,
  ...orderTexts,
}
