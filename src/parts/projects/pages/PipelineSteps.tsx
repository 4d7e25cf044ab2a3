import type { CSSProperties } from 'react'
import { Link, useSearchParams } from 'react-router'
import { T, useWords } from '#web/locale.tsx'
import { moneyWords } from '../register/printed.ts'
import { stages } from '../register/words.ts'
import type { Pipeline } from './PipelinePage.tsx'

/** A step a line: how many stand there, what was promised (hollow) and verified (solid) on one scale, how many have stopped. */
export function PipelineSteps({ pipeline: { steps } }: { pipeline: Pipeline }) {
  const t = useWords()
  const [search] = useSearchParams()
  const most = Math.max(1, ...steps.flatMap(({ promised, verified }) => [Number(promised), Number(verified)]))
  const share = (value: string) => ({ '--share': Number(value) / most }) as CSSProperties
  return (
    <ol className="pipeline-steps">
      {steps.map(({ stage, projects, stalled, promised, verified }) => (
        <li key={stage}>
          <Link
            to={narrowed(search, stage)}
            replace
            preventScrollReset
            aria-current={search.get('f.stage') === stage || undefined}
          >
            {t(stages[stage])}
          </Link>
          <b>{projects}</b>
          <span
            className="pipeline-bar"
            role="img"
            aria-label={t(
              {
                zh: '意向{promised}，核实{verified}',
                en: '{promised} promised, {verified} verified',
              },
              { promised: t(moneyWords(promised)), verified: t(moneyWords(verified)) },
            )}
          >
            <i className="pipeline-promised" style={share(promised)} />
            <i className="pipeline-verified" style={share(verified)} />
          </span>
          <span className="pipeline-sums">
            <T zh="意向{promised}" en="{promised} promised" promised={t(moneyWords(promised))} />
            {Number(verified) > 0 && (
              <T zh="，核实{verified}" en=", {verified} verified" verified={t(moneyWords(verified))} />
            )}
          </span>
          {stalled > 0 && (
            <span className="pipeline-stalled">
              <span aria-hidden>■</span> <T zh="{stalled} 个停滞" en="{stalled} still" stalled={stalled} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The same address narrowed to a stage, or widened again where it already is. */
function narrowed(search: URLSearchParams, stage: string): string {
  const next = new URLSearchParams(search)
  next.delete('page')
  if (next.get('f.stage') === stage) next.delete('f.stage')
  else next.set('f.stage', stage)
  return `?${next}`
}
