import { Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { periodOf } from '#kernel/period.ts'
import { type Reply, useSend } from '#web/client.ts'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import { type bulletinsShape, draftShape } from '../shapes.ts'
import { drawUpShape } from '../sign-off/shapes.ts'
import { Paper } from './Paper.tsx'

type Template = Reply<typeof bulletinsShape>['templates'][number]

/** Chooses a template and a period, tries it, and keeps it as a draft to be signed. What is chosen stands in the address. */
export function Compose({ templates }: { templates: readonly Template[] }) {
  const t = useWords()
  const { locale } = useLocale()
  const { template, period, steer } = useChoice(templates)
  const draft = useSend(draftShape, { refreshes: [] })
  const kinds = template.period === 'any' ? undefined : ([template.period] as const)
  const choose = (change: Record<string, string>) => {
    draft.reset()
    steer(change)
  }
  return (
    <div className="bulletin-compose">
      <div className="bulletin-deeds">
        <select
          className="plain-field"
          aria-label={t({ zh: '模板', en: 'Template' })}
          value={template.code}
          onChange={(event) => choose({ template: event.target.value, period: '' })}
        >
          {templates.map(({ code, name }) => (
            <option key={code} value={code}>
              {t(name)}
            </option>
          ))}
        </select>
        <PeriodPicker value={period} onChange={(next) => choose({ period: next })} {...(kinds ? { kinds } : {})} />
        <Button
          type="primary"
          loading={draft.isPending}
          onClick={() =>
            draft.mutate({ body: { template: template.code, period, language: languageOf(template, locale) } })
          }
        >
          <T zh="试写" en="Write a draft" />
        </Button>
      </div>
      <ProblemLine problem={draft.error} />
      {draft.data && <Draft draft={draft.data} />}
    </div>
  )
}

function Draft({ draft }: { draft: Reply<typeof draftShape> }) {
  const navigate = useNavigate()
  const drawUp = useSend(drawUpShape, { onDone: ({ id }) => navigate(`/drafts/${id}`) })
  const { template, period, missing, printed } = draft
  return (
    <>
      <div className="bulletin-deeds" role="status">
        <p>
          <T zh="{figures} 个数字" en="{figures} figures" figures={printed.length} />
          {missing > 0 && <T zh="，其中 {missing} 个暂缺" en=", {missing} of them not yet known" missing={missing} />}
        </p>
        <Button loading={drawUp.isPending} onClick={() => drawUp.mutate({ body: { template, period } })}>
          <T zh="存为草稿" en="Keep as a draft" />
        </Button>
      </div>
      <ProblemLine problem={drawUp.error} />
      <Paper tree={draft.tree} printed={printed} stamp={<T zh="草稿" en="Draft" />} />
    </>
  )
}

function useChoice(templates: readonly Template[]) {
  const today = useSession().data?.today ?? new Date().toISOString().slice(0, 10)
  const [search, setSearch] = useSearchParams()
  const template = templates.find(({ code }) => code === search.get('template')) ?? templates[0]!
  const kind = template.period === 'any' ? 'half' : template.period
  const steer = (change: Record<string, string>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return { template, period: search.get('period') ?? periodOf(kind, today).text, steer }
}

function languageOf({ languages }: Template, locale: 'zh' | 'en') {
  return languages.includes(locale) ? locale : languages[0]
}
