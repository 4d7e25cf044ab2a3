import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import type { WishShown } from '../desk/matter-shapes.ts'
import { Moment } from './Moment.tsx'

const kinds: Record<WishShown['kind'], Words> = {
  extension: { zh: '延期', en: 'Extension' },
  suspension: { zh: '挂账', en: 'Suspension' },
  appeal: { zh: '超时申诉', en: 'Appeal' },
}

const states: Record<WishShown['state'], { mark: 'warning' | 'on' | 'behind' | 'none'; words: Words }> = {
  asked: { mark: 'warning', words: { zh: '待批', en: 'To be decided' } },
  granted: { mark: 'on', words: { zh: '已同意', en: 'Granted' } },
  refused: { mark: 'behind', words: { zh: '未同意', en: 'Refused' } },
  lapsed: { mark: 'none', words: { zh: '已失效', en: 'Lapsed' } },
}

/** What was asked for, why, and who decided it at each level. */
export function MatterWishes({ wishes, now }: { wishes: readonly WishShown[]; now: string }) {
  const t = useWords()
  return (
    <ol className="matter-steps">
      {wishes.map((wish) => (
        <li key={`${wish.kind} ${wish.askedAt}`}>
          <p className="matter-step-head">
            <Moment at={wish.askedAt} now={now} /> <strong>{t(kinds[wish.kind])}</strong>{' '}
            <span lang="zh-CN">{wish.askedBy}</span>{' '}
            <StateMark state={states[wish.state].mark} words={states[wish.state].words} />
          </p>
          <p className="matter-step-said" lang="zh-CN">
            {wish.reason}
          </p>
          {wish.until && (
            <p className="matter-step-facts">
              <T zh="至" en="Until" /> <When at={wish.until} />
            </p>
          )}
          {wish.decisions.map((decision) => (
            <p key={decision.at} className="matter-step-facts">
              <Moment at={decision.at} now={now} /> <span lang="zh-CN">{decision.by}</span>{' '}
              {decision.granted ? <T zh="同意" en="granted" /> : <T zh="不同意" en="refused" />}
              {decision.words && (
                <>
                  {t({ zh: '：', en: ': ' })}
                  <span lang="zh-CN">{decision.words}</span>
                </>
              )}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
