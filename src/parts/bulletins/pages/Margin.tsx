import { Link } from 'react-router'
import { formatQuantity } from '#kernel/units.ts'
import type { Reply } from '#web/client.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { bulletinShape, ChangeShown } from '../shapes.ts'

type Bulletin = Reply<typeof bulletinShape>

/** The margin: who issued it and when, and each figure that reads differently today with the records that caused it. */
export function Margin({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords()
  const { changes, steps, asOf, sha256 } = bulletin
  return (
    <aside className="bulletin-margin" aria-label={t({ zh: '页边', en: 'Margin' })}>
      {changes && changes.length > 0 && (
        <section>
          <h2>
            <T zh="印发后变动" en="Changed since the issue" />
          </h2>
          <ol className="bulletin-changes">
            {changes.map((change) => (
              <ChangeDrawn key={change.places[0]} change={change} />
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>
          <T zh="印发" en="Issue" />
        </h2>
        <dl>
          {steps.map(({ step, at, by, reason }) => (
            <div key={step}>
              <dt>{step === 'issued' ? <T zh="印发" en="Issued" /> : <T zh="撤回" en="Withdrawn" />}</dt>
              <dd>
                <When at={at} time /> {by}
                {reason && <p>{reason}</p>}
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <T zh="数字截止" en="Figures as of" />
            </dt>
            <dd>
              <When at={asOf} time />
            </dd>
          </div>
          <div>
            <dt>
              <T zh="校验值" en="Checksum" />
            </dt>
            <dd className="bulletin-hash">{sha256.slice(0, 16)}</dd>
          </div>
        </dl>
      </section>
    </aside>
  )
}

function ChangeDrawn({ change }: { change: ChangeShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { name, was, now, causes, places } = change
  return (
    <li>
      <a href={`#figure-${places[0]}`}>{name ? t(name) : t({ zh: '目标计数', en: 'Count of targets' })}</a>
      <p>
        <del>{was}</del> <span aria-hidden>→</span> <ins>{now}</ins>
      </p>
      {causes.map(({ path, title, by, at, was: before, now: after, unit }) => (
        <p key={`${path} ${title}`} className="bulletin-cause">
          <Link to={path}>{title}</Link>
          <span>
            {by}，<When at={at} short time />
          </span>
          <span>
            {before === null ? '—' : formatQuantity(before, unit, locale)} <span aria-hidden>→</span>{' '}
            {after === null ? '—' : formatQuantity(after, unit, locale)}
          </span>
        </p>
      ))}
    </li>
  )
}
