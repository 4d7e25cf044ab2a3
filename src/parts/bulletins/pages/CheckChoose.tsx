import { useMemo, useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { phraseOf } from '../check-desk/phrase.ts'
import { chooseShape } from '../check-desk/shapes.ts'
import type { Finding } from '../checking/report.ts'
import { areCurrencies, areKin } from '../checking/unit-kin.ts'
import { type CatalogueEntry, useCatalogue } from './use-names.ts'
import './check-finding.css'

interface CheckChooseProps {
  finding: Finding
  /** the draft's text, of which the sentence around the figure is shown */
  text: string
  area: string
  onClose: () => void
}

/** Binds the words of a claim to an indicator: the likely ones first, the whole catalogue by search. */
export function CheckChoose({ finding, text, area, onClose }: CheckChooseProps) {
  const t = useWords()
  const say = useSay()
  const [query, setQuery] = useState('')
  const phrase = phraseOf(finding.claim)
  const choose = useSend(chooseShape, {
    onDone: () => {
      say(t({ zh: '已选定，以后的核对照用', en: 'Chosen; later checks use it too' }))
      onClose()
    },
  })
  const found = useFound(finding, query)
  const example = sentenceAround(text, finding.claim.start)
  return (
    <SideSheet
      title={<T zh="“{phrase}”说的是哪个指标" en="Which indicator is “{phrase}”?" phrase={phrase.replace('·', ' ')} />}
      onClose={onClose}
    >
      <div className="check-choose">
        <blockquote lang="zh-CN">{example}</blockquote>
        <p>
          <T
            zh="选定以后，这个单位和下属单位的核对都照此对应；随时可以撤回，签存过的核对不变。"
            en="From now on checks of this unit and those below read it so. It can be withdrawn at any time; signed-off checks stay."
          />
        </p>
        <input
          // The sheet was opened to search.
          ref={(input) => input?.focus()}
          type="search"
          className="plain-field"
          value={query}
          placeholder={t({ zh: '按名称或代码找指标', en: 'Find an indicator by name or code' })}
          aria-label={t({ zh: '找指标', en: 'Find an indicator' })}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ProblemLine problem={choose.error} />
        <ul>
          {found.map(({ code, name, unit }) => (
            <li key={code}>
              <button
                type="button"
                disabled={choose.isPending || !fits(finding, unit)}
                aria-current={code === finding.indicator || undefined}
                onClick={() =>
                  choose.mutate({ body: { phrase, indicator: code, area, example: example.slice(0, 400) } })
                }
              >
                <span>{t(name)}</span>{' '}
                <small>
                  {fits(finding, unit) ? unit : <T zh="{unit}，单位不同" en="{unit}: another unit" unit={unit} />}
                </small>
                <code>{code}</code>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p role="status">
            <T zh="目录里没有这样的指标。" en="The catalogue has no such indicator." />
          </p>
        )}
      </div>
    </SideSheet>
  )
}

/** Without a search the candidates, then what shares most characters with the words; else what the search names. */
function useFound({ claim, candidates, indicator }: Finding, query: string): CatalogueEntry[] {
  const catalogue = useCatalogue()
  return useMemo(() => {
    const all = [...catalogue.values()]
    const asked = query.trim().toLowerCase()
    if (asked !== '') return all.filter((entry) => namesOf(entry).some((name) => name.includes(asked))).slice(0, 30)
    const likely = new Set([...candidates, ...(indicator === null ? [] : [indicator])])
    const words = new Set(`${claim.subject ?? ''}${claim.indicator}`)
    const likeness = (entry: CatalogueEntry) =>
      (likely.has(entry.code) ? 100 : 0) +
      (fits({ claim }, entry.unit) ? 50 : 0) +
      Math.max(...namesOf(entry).map((name) => shared(name, words)))
    return all
      .map((entry) => ({ entry, like: likeness(entry) }))
      .sort((a, b) => b.like - a.like)
      .slice(0, 30)
      .map(({ entry }) => entry)
  }, [catalogue, claim, candidates, indicator, query])
}

/** An amount can only be of what is counted alike; a rate says nothing of the unit. */
const fits = ({ claim }: Pick<Finding, 'claim'>, unit: string) =>
  !(claim.kind === 'level' || claim.kind === 'count') ||
  areKin(claim.unit, unit) ||
  (claim.unit !== null && areCurrencies(claim.unit, unit))

const namesOf = ({ code, name, aliases }: CatalogueEntry) =>
  [code, name.zh, name.en, ...aliases].map((one) => one.toLowerCase())
const shared = (name: string, words: ReadonlySet<string>) => [...new Set(name)].filter((one) => words.has(one)).length

function sentenceAround(text: string, at: number): string {
  const before = Math.max(...['。', '\n', '；'].map((stop) => text.lastIndexOf(stop, at - 1))) + 1
  const ends = ['。', '\n', '；'].map((stop) => text.indexOf(stop, at)).filter((end) => end >= 0)
  return text.slice(Math.max(before, at - 120), Math.min(...ends, at + 120, text.length) + 1).trim()
}
