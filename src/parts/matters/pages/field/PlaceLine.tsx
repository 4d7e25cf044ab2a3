import type { Place } from '#kernel/place.ts'
import { metresBetween } from '#kernel/place.ts'
import { T } from '#web/locale.tsx'
import type { Finding, Fix } from './use-place.ts'

interface PlaceLineProps {
  fix: Fix | null
  finding: Finding
  again: () => void
  /** where the matter is */
  from?: Place | null
}

/** Where the phone is and how far from the matter; says so when it does not know, since that keeps nobody from going on. */
export function PlaceLine({ fix, finding, again, from }: PlaceLineProps) {
  return (
    <p className="field-place">
      {fix ? (
        <>
          <T zh="已定位，误差约 {metres} 米" en="Located, give or take {metres} m" metres={fix.accuracy} />
          {from && (
            <>
              {' · '}
              <T
                zh="距事项 {metres} 米"
                en="{metres} m from the matter"
                metres={Math.round(metresBetween(fix, from))}
              />
            </>
          )}
        </>
      ) : (
        <NoFix finding={finding} />
      )}{' '}
      {finding !== 'absent' && finding !== 'asking' && (
        <button type="button" className="plain-link" onClick={again}>
          <T zh="重新定位" en="Locate again" />
        </button>
      )}
    </p>
  )
}

function NoFix({ finding }: { finding: Finding }) {
  if (finding === 'asking') return <T zh="正在定位…" en="Locating…" />
  if (finding === 'denied')
    return (
      <T
        zh="没有定位权限，可在手机设置里打开；不定位也能提交。"
        en="The phone may not tell where it is; it can be sent without."
      />
    )
  if (finding === 'absent')
    return (
      <T
        zh="此网址不支持定位（需 HTTPS）；不定位也能提交。"
        en="No position over plain HTTP; it can be sent without."
      />
    )
  return <T zh="没有定到位置；不定位也能提交。" en="No position found; it can be sent without." />
}
