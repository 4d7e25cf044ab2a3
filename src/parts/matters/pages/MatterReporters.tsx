import { Button } from 'antd'
import { useState } from 'react'
import { call, type Reply } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useDeed } from '#web/kit/use-deed.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { MatterShown } from '../desk/matter-shapes.ts'
import { showReporters } from '../desk/open-shapes.ts'

/** How many reported it; who they are only on request, which leaves a trace. */
export function MatterReporters({ matter: { row, reporters } }: { matter: MatterShown }) {
  const t = useWords()
  const may = useMay()
  const [shown, setShown] = useState<Reply<typeof showReporters> | null>(null)
  const { deed, busy, problem } = useDeed(async () => {
    setShown(await call(showReporters, { params: { number: row.number } }))
  })
  return (
    <Part
      title={t({ zh: '反映人', en: 'Reporters' })}
      note={t({ zh: '{n} 人次', en: reporters === 1 ? 'one report' : '{n} reports' }, { n: reporters })}
    >
      {!shown && may('matters/read-reporters') && (
        <Button loading={busy} onClick={deed}>
          <T zh="查看联系方式（留痕）" en="Read their contacts (leaves a trace)" />
        </Button>
      )}
      {!shown && !may('matters/read-reporters') && (
        <p className="missing">
          <T
            zh="联系方式只有审核人和负责人能看，每次查看都留痕。"
            en="Only reviewers and leads read contacts; every reading leaves a trace."
          />
        </p>
      )}
      <ProblemLine problem={problem} />
      {shown && (
        <ul className="matter-reporters">
          {shown.map(({ at, name, phone, email }) => (
            <li key={at}>
              <When at={at} short />{' '}
              {name || phone || email ? (
                <span lang="zh-CN">{[name, phone, email].filter(Boolean).join(' · ')}</span>
              ) : (
                <T zh="没有留联系方式" en="left no contact" />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
