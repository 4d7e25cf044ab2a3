import type { Reply } from '#web/client.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { bulletinShape } from '../shapes.ts'
import { ChangesSince } from './ChangesSince.tsx'
import { SignedSteps } from './SignedSteps.tsx'

type Bulletin = Reply<typeof bulletinShape>

/** The margin: who issued it and when, and each figure that reads differently today with the records that caused it. */
export function Margin({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords()
  const { changes, steps, asOf, sha256 } = bulletin
  return (
    <aside className="bulletin-margin" aria-label={t({ zh: '页边', en: 'Margin' })}>
      {changes && changes.length > 0 && <ChangesSince changes={changes} />}
      <section>
        <h2>
          <T zh="步骤" en="Steps" />
        </h2>
        <SignedSteps steps={steps} />
      </section>
      <section>
        <h2>
          <T zh="通报信息" en="About this bulletin" />
        </h2>
        <dl>
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
