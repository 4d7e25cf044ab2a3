import { Change } from '#web/kit/Figure.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { printWhen, When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { Fact, Change as FactChange } from '../shapes.ts'
import { changeShown, exactWords, FactFigure } from './FactFigure.tsx'
import { basisWords, factStatusWords, noChangeWords, originWords } from './fact-words.ts'
import { periodWords } from './which.ts'

/** The value large; beside it what it is compared with, and the facts about it that a careful reader asks for. */
export function FactHead({ fact }: { fact: Fact }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <div className="fact-head">
      <div className="fact-value" data-hollow={fact.status === 'provisional' || undefined}>
        <FactFigure fact={fact} size="large" />
        <small>{periodWords(fact.covers, locale)}</small>
      </div>
      <div className="fact-changes">
        <ChangeLine change={fact.change} fact={fact} against="year" />
        {fact.changePrevious && <ChangeLine change={fact.changePrevious} fact={fact} against="period" />}
      </div>
      <dl className="fact-notes">
        <div>
          <dt>
            <T zh="状态" en="Status" />
          </dt>
          <dd>{t(factStatusWords[fact.status])}</dd>
        </div>
        <div>
          <dt>
            <T zh="口径" en="Basis" />
          </dt>
          <dd>{t(basisWords(fact.basis))}</dd>
        </div>
        {fact.exact !== null && fact.exact !== fact.value && (
          <div>
            <dt>
              <T zh="确切值" en="Exact" />
            </dt>
            <dd>{exactWords(fact.exact, fact.unit, locale)}</dd>
          </div>
        )}
        <div>
          <dt>
            <T zh="数据截至" en="Data to" />
          </dt>
          <dd>
            <When at={fact.through} />
          </dd>
        </div>
        <div>
          <dt>
            <T zh="最近入账" en="Last record" />
          </dt>
          <dd>{fact.vintage ? printWhen(fact.vintage, locale) : '—'}</dd>
        </div>
      </dl>
    </div>
  )
}

/** ↑ 同比增长10%: with the base it stands on and where that base comes from; or why there is none. */
function ChangeLine({ change, fact, against }: { change: FactChange; fact: Fact; against: 'year' | 'period' }) {
  const t = useWords()
  const { locale } = useLocale()
  const name = against === 'year' ? { zh: '同比', en: 'On the year' } : { zh: '环比', en: 'On the period before' }
  return (
    <p>
      {change.value === null ? (
        <span className="missing">
          {t(name)} — {change.reason && t(noChangeWords[change.reason])}
        </span>
      ) : (
        <Change {...changeShown(change, fact, against)} />
      )}
      <small>
        {periodWords(change.against, locale)}
        {change.base !== null && (
          <>
            {' '}
            <Quantity value={change.base} unit={fact.unit} />
          </>
        )}
        {change.value !== null && <> · {t(originWords[change.origin])}</>}
      </small>
    </p>
  )
}
