import { StateMark } from '#web/kit/StateMark.tsx'

/** Whether a batch counts. */
export function BatchState({ withdrawn }: { withdrawn: boolean }) {
  return withdrawn ? (
    <StateMark state="none" words={{ zh: '已撤回', en: 'Withdrawn' }} />
  ) : (
    <StateMark state="on" words={{ zh: '有效', en: 'Standing' }} />
  )
}
