import AreaPicker from '#parts/indicators/pages/AreaPicker.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T } from '#web/locale.tsx'
import { Paper } from './Paper.tsx'
import type { PeriodTried } from './use-period-tried.ts'
import type { useTryOut } from './use-try-out.ts'

interface TryOutPaneProps {
  tryOut: ReturnType<typeof useTryOut>
  tried: PeriodTried
  kind: 'year' | 'half' | 'quarter' | 'month' | 'any'
}

/** What the text prints for a period and unit of one's choice. */
export function TryOutPane({ tryOut, tried: { period, area, steer }, kind }: TryOutPaneProps) {
  return (
    <section className="template-editor-print">
      <div className="template-editor-bar">
        <PeriodPicker
          value={period}
          onChange={(next) => steer({ period: next })}
          {...(kind === 'any' ? {} : { kinds: [kind] })}
        />
        <AreaPicker area={area} onChange={(next) => steer({ area: next })} />
      </div>
      <TriedPaper tryOut={tryOut} />
    </section>
  )
}

/** The paper as the text would print it; dimmed while a slip keeps it from being written anew. */
export function TriedPaper({ tryOut: { written, fault, problem, waiting } }: Pick<TryOutPaneProps, 'tryOut'>) {
  return (
    <>
      <ProblemLine problem={problem} />
      {written && (
        <div
          className="template-editor-paper"
          data-old={fault !== null || undefined}
          aria-busy={waiting && fault === null}
        >
          <Paper
            tree={written.tree}
            printed={written.printed}
            stamp={
              <>
                <T zh="试印：{count} 个数字" en="Tried: {count} figures" count={written.printed.length} />
                {written.missing > 0 && (
                  <T zh="，{count} 个暂缺" en=", {count} not yet known" count={written.missing} />
                )}
              </>
            }
          />
        </div>
      )}
      {!written && !fault && !problem && <Loading lines={16} />}
      {!written && fault && (
        <p className="template-editor-blocked">
          <T zh="改正标出的那一行以后，这里显示印出来的样子。" en="Mend the marked line and its print is shown here." />
        </p>
      )}
    </>
  )
}
