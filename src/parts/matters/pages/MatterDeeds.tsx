import { Button } from 'antd'
import { useState } from 'react'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { DeedOffered, MatterShown } from '../desk/matter-shapes.ts'
import type { DeedName } from '../engine/deed-shapes.ts'
import { DeedForm } from './DeedForm.tsx'

/** What moves a matter on; the rest stands behind. */
const onward: readonly string[] = [
  ...(['ask-verify', 'verify', 'register', 'dispatch', 'accept', 'hand-back', 'confirm'] satisfies DeedName[]),
  ...(['take-check', 'check', 'close', 'decide', 'resume'] satisfies DeedName[]),
]

/** The deeds that this reader may do now; the same rules guard them on the server. */
export function MatterDeeds({ matter }: { matter: MatterShown }) {
  const t = useWords()
  const { deeds } = matter
  const first = deeds.filter(({ deed }) => onward.includes(deed))
  const rest = deeds.filter(({ deed }) => !onward.includes(deed))
  const [chosen, setChosen] = useState<DeedOffered | null>(null)
  const button = (offered: DeedOffered, strong: boolean) => (
    <Button
      autoInsertSpace={false}
      key={offered.deed}
      type={strong ? 'primary' : 'default'}
      aria-expanded={chosen?.deed === offered.deed}
      onClick={() => setChosen(chosen?.deed === offered.deed ? null : offered)}
    >
      {t(offered.words)}
    </Button>
  )
  return (
    <Part title={t({ zh: '办理', en: 'What to do' })}>
      <div className="matter-deeds">
        {first.map((offered, nth) => button(offered, nth === 0))}
        {rest.map((offered) => button(offered, false))}
      </div>
      {chosen ? (
        <DeedForm key={chosen.deed} offered={chosen} matter={matter} onDone={() => setChosen(null)} />
      ) : (
        first.length === 0 &&
        rest.length > 0 && (
          <p className="matter-deed-note">
            <T
              zh="现在轮到别的单位，您可以做的只有上面几件。"
              en="It is another unit's turn; this is what you may do."
            />
          </p>
        )
      )}
    </Part>
  )
}
