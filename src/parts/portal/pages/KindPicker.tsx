import { Select } from 'antd'
import type { Reply } from '#web/client.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { reportFrameShape } from '../reports/shapes.ts'

export type Frame = Reply<typeof reportFrameShape>

interface KindPickerProps {
  frame: Frame
  value: string | null
  onChange: (category: string) => void
  /** what was written, from which a kind is guessed */
  description: string
}

/** What kind of problem it is: those that people report most as large buttons, all others in a list that is searched. */
export function KindPicker({ frame: { kinds, categories }, value, onChange, description }: KindPickerProps) {
  const t = useWords()
  const { locale } = useLocale()
  const rare = value !== null && !kinds.some(({ category }) => category === value)
  const guess = value === null ? guessed(categories, description) : undefined
  const chosen = categories.find(({ code }) => code === value)
  return (
    <>
      <div className="report-kinds">
        {kinds.map(({ category, words }) => (
          <label key={category} className="report-kind">
            <input type="radio" name="kind" checked={value === category} onChange={() => onChange(category)} />
            <span>{t(words)}</span>
          </label>
        ))}
      </div>
      <Select
        className="report-other"
        size="large"
        showSearch={{ optionFilterProp: 'search' }}
        aria-label={t({ zh: '其他类别', en: 'Another kind' })}
        placeholder={t({ zh: '都不是：找一找其他类别', en: 'None of these: look for another kind' })}
        value={rare ? value : null}
        onChange={(code: string) => onChange(code)}
        options={categories.map(({ code, name, major, keywords }) => ({
          value: code,
          label: t(name),
          search: [name.zh, name.en, major.zh, major.en, ...keywords].join(' '),
        }))}
        virtual={false}
      />
      {guess && (
        <p className="report-hint">
          <T zh="看您写的，像是" en="From your words it seems to be" />{' '}
          <button type="button" className="report-text" onClick={() => onChange(guess.code)}>
            {guess.name[locale]}
          </button>
        </p>
      )}
      {chosen?.limit && (
        <p className="report-hint">
          <T
            zh="核实立案后，这类问题的处置时限最长是{limit}。"
            en="Once verified and registered, this is dealt with in {limit} at most."
            limit={chosen.limit[locale]}
          />
        </p>
      )}
    </>
  )
}

function guessed(categories: Frame['categories'], description: string) {
  const text = description.toLowerCase()
  if (text.length < 2) return undefined
  return categories.find(({ name, keywords }) =>
    [name.zh, name.en.toLowerCase(), ...keywords].some((word) => word.length >= 2 && text.includes(word)),
  )
}
