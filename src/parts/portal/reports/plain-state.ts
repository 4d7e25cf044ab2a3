import type { Words } from '#kernel/i18n/words.ts'
import type { Matter } from '#parts/matters/engine/engine.ts'
import type { State } from '#parts/matters/engine/states.ts'

/** A state as a citizen reads it. */
export interface PlainState {
  /** 1 received, 2 verified and registered, 3 handled, 4 checked, 5 ended */
  phase: 1 | 2 | 3 | 4 | 5
  title: Words
  words: Words
  /** what is promised: an instant (ISO) or a day; null when nothing is */
  by: string | null
  /** what will be by then: word of it, the work done, a check, work taken up again, the rest of the work */
  promise: Promised
}

export const promises = ['word', 'done', 'check', 'again', 'rest'] as const
type Promised = (typeof promises)[number]

export type Stands = Pick<
  Matter,
  'state' | 'aside' | 'dueAt' | 'limitDueAt' | 'promisedOn' | 'suspendedUntil' | 'rework' | 'reopened' | 'number'
>

/** Where a matter stands, in plain words with what is promised. `unit` is the name of the unit that handles it. */
export function plainState(matter: Stands, unit: Words | null): PlainState {
  const { phase, title, words, by, promise } = plain[matter.state]
  const details: Details = { unit: unit ?? somebody, number: matter.number, nth: String(matter.rework) }
  const again = matter.rework > 0 && matter.state === 'handling' ? reworkWords : words
  return { phase, title, words: filled(again, details), by: by(matter), promise }
}

type Details = Record<string, string | Words>
type Plain = Omit<PlainState, 'by'> & { by: (matter: Stands) => string | null }

const somebody: Words = { zh: '责任单位', en: 'the unit in charge' }
const nothing = () => null
const ofStage = ({ dueAt }: Stands) => dueAt?.toISOString() ?? null
const promised = ({ promisedOn, limitDueAt }: Stands) => promisedOn ?? limitDueAt?.toISOString() ?? null
const suspended = ({ suspendedUntil }: Stands) => suspendedUntil

const received: Words = { zh: '已收到', en: 'Received' }
const handled: Words = { zh: '办理中', en: 'In hand' }
const checked: Words = { zh: '核查中', en: 'Being checked' }
const closed: Words = { zh: '已办结', en: 'Closed' }

const reworkWords: Words = {
  zh: '现场核查没有通过，{unit}正在返工（第 {nth} 次）。',
  en: 'The check on the spot failed; {unit} is doing it again (number {nth}).',
}

const plain: Record<State, Plain> = {
  reported: say(
    1,
    received,
    '值班人员正在看您反映的问题，随后派人到现场核实。',
    'Somebody on duty is reading it and will send a person to look.',
    ofStage,
  ),
  verifying: say(1, received, '已派人到现场核实。', 'A person has been sent to look on the spot.', ofStage),
  'pending-register': say(
    1,
    received,
    '现场核实过了，正在立案。',
    'It was verified on the spot and is being registered.',
    ofStage,
  ),
  'pending-dispatch': say(
    2,
    { zh: '已立案', en: 'Registered' },
    '案卷号 {number}，正在派给责任单位。',
    'Case {number}; it is being sent to the unit in charge.',
    promised,
  ),
  'pending-handle': say(3, handled, '已派给{unit}。', 'It was sent to {unit}.', promised),
  handling: say(3, handled, '{unit}正在处置。', '{unit} is dealing with it.', promised),
  'handle-finished': say(
    4,
    checked,
    '{unit}报告已经处置，等待现场核查。',
    '{unit} says that it is done; it waits for a check on the spot.',
    promised,
  ),
  'pending-check': say(
    4,
    checked,
    '{unit}报告已经处置，即将现场核查。',
    '{unit} says that it is done; it will be checked on the spot.',
    ofStage,
  ),
  checking: say(4, checked, '监督员正在现场核查。', 'An inspector is checking it on the spot.', ofStage),
  'pending-close': {
    ...say(4, checked, '现场核查通过，正在结案。', 'The check on the spot was passed; it is being closed.', ofStage),
    promise: 'done',
  },
  staged: {
    ...say(
      3,
      { zh: '阶段性办结', en: 'Done for this stage' },
      '这一阶段已经完成，后续整改由{unit}继续。',
      'This stage is done; {unit} goes on with the rest.',
      suspended,
    ),
    promise: 'rest',
  },
  suspended: {
    ...say(
      3,
      { zh: '暂缓办理', en: 'On hold' },
      '因条件不具备，经批准暂缓，到期自动恢复办理。',
      'It is on hold by decision for want of what it needs, and goes on by itself on the day.',
      suspended,
    ),
    promise: 'again',
  },
  closed: say(5, closed, '现场核查通过，已结案。', 'The check on the spot was passed and the case is closed.', nothing),
  'forced-closed': say(
    5,
    closed,
    '经值班长审批结案。',
    'The case was closed by decision of the chief on duty.',
    nothing,
  ),
  'not-accepted': say(
    5,
    { zh: '没有立案', en: 'Not taken up' },
    '没有立案，原因见下。',
    'It was not taken up; see below why.',
    nothing,
  ),
  cancelled: say(
    5,
    { zh: '已作废', en: 'Cancelled' },
    '这件反映已作废，原因见下。',
    'This report was cancelled; see below why.',
    nothing,
  ),
  merged: say(
    5,
    { zh: '已并案', en: 'Merged' },
    '与另一件反映的是同一个问题，合并办理。',
    'Another report told of the same problem; they are dealt with together.',
    nothing,
  ),
}

function say(phase: PlainState['phase'], title: Words, zh: string, en: string, by: Plain['by']): Plain {
  const promise = phase === 1 ? 'word' : by === ofStage ? 'check' : 'done'
  return { phase, title, words: { zh, en }, by, promise }
}

/** Words with their details in place, in both languages. */
export function filled(words: Words, details: Details): Words {
  const fill = (text: string, locale: 'zh' | 'en') =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const detail = details[name] ?? ''
      return typeof detail === 'string' ? detail : detail[locale]
    })
  return { zh: fill(words.zh, 'zh'), en: fill(words.en, 'en') }
}
