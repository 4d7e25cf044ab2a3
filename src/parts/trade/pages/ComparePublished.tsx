import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { formatQuantity } from '#kernel/units.ts'
import { useEndpoint } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { publishedGrowthShape } from '../trains/history-shapes.ts'
import { type Figure, type History, whatWords, whenWords } from './history-words.ts'

/** Two published figures: their growth, or in words why they do not chain. */
export function ComparePublished({ history }: { history: History }) {
  const t = useWords()
  const [search, setSearch] = useSearchParams()
  const levels = history.figures.filter(({ form }) => form === 'level')
  const base = search.get('base') ?? ''
  const later = search.get('later') ?? ''
  const steer = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <Part
      title={t({ zh: '两个数能不能比', en: 'Do two figures compare' })}
      note={t({
        zh: '选两个公布数：能比就给增速，不能比说明原因',
        en: 'choose two: their growth, or why there is none',
      })}
    >
      <div className="history-compare">
        <Choice
          words={{ zh: '基期', en: 'Base' }}
          value={base}
          of={{ ...history, figures: levels }}
          onChoose={(key) => steer('base', key)}
        />
        <Choice
          words={{ zh: '报告期', en: 'Later' }}
          value={later}
          of={{ ...history, figures: levels }}
          onChoose={(key) => steer('later', key)}
        />
        <Answer base={base} later={later} />
      </div>
    </Part>
  )
}

function Answer({ base, later }: { base: string; later: string }) {
  const asked = base !== '' && later !== ''
  const { data, error } = useEndpoint(
    publishedGrowthShape,
    { query: { base, later } },
    { enabled: asked, retry: false },
  )
  if (!asked) return null
  if (error) return <ProblemLine problem={error} />
  if (!data) return null
  return (
    <p className="history-growth">
      <T zh="增长 {growth}%" en="{growth}% growth" growth={data.growth} />
    </p>
  )
}

interface ChoiceProps {
  words: Words
  value: string
  of: Pick<History, 'figures' | 'scopes'>
  onChoose: (key: string) => void
}

function Choice({ words, value, of: { figures, scopes }, onChoose }: ChoiceProps) {
  const t = useWords()
  const id = useId()
  const { locale } = useLocale()
  const told = (one: Figure) =>
    `${t(whenWords(one))} ${t(whatWords[one.what])} ${formatQuantity(one.value, one.unit, locale)}`
  return (
    <label htmlFor={id}>
      <span>{t(words)}</span>
      <select id={id} className="plain-field" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t({ zh: '请选', en: 'choose' })}</option>
        {scopes.map(({ code, name }) => {
          const own = figures.filter(({ scope }) => scope === code)
          if (own.length === 0) return null
          return (
            <optgroup key={code} label={t(name)}>
              {own.map((one) => (
                <option key={one.key} value={one.key}>
                  {told(one)}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
    </label>
  )
}
