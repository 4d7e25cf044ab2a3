import { useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type AskedRow, formsShape } from '../shapes.ts'
import { askedColumns, entryPath, rowKeyOf } from './asked-columns.tsx'
import { FormList } from './FormList.tsx'
import '#web/kit/plain-field.css'
import './economy.css'

/** The desk: what this person has to do on forms, what comes next, and every form there is. */
export default function FormsPage() {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(formsShape)
  const mine = data?.rows.filter(isMine)
  const others = data?.rows.filter((row) => !isMine(row))
  return (
    <Page
      title={t({ zh: '报表', en: 'Forms' })}
      sentence={mine && <DeskSentence rows={mine} late={others?.filter((row) => (row.lateBy ?? 0) > 0) ?? []} />}
      help="clerk/forms"
    >
      <Part title={<T zh="等您处理" en="Yours to do" />}>
        <DataTable
          caption={{ zh: '等您处理的填报', en: 'Submissions that are yours to do' }}
          columns={askedColumns}
          rows={mine}
          rowKey={rowKeyOf}
          hrefOf={entryPath}
          problem={error}
          onRetry={() => refetch()}
          empty={
            <Empty title={<T zh="没有等您处理的填报" en="Nothing is yours to do" />}>
              <T
                zh="到了报告期，要填的报表会出现在这里；审核人在这里看到待审的填报，负责人看到待锁定的填报。"
                en="When a period ends, the forms to fill in appear here; reviewers see what awaits review, leads what can be locked."
              />
            </Empty>
          }
        />
      </Part>
      {others && others.length > 0 && (
        <Part title={<T zh="近期填报" en="Recent submissions" />}>
          <DataTable
            caption={{ zh: '近期填报', en: 'Recent submissions' }}
            columns={askedColumns}
            rows={others}
            rowKey={rowKeyOf}
            hrefOf={entryPath}
          />
        </Part>
      )}
      {data && <FormList forms={data.forms} />}
    </Page>
  )
}

/** Whether the next step is this person's. */
function isMine({ state, may }: AskedRow): boolean {
  if (state === 'submitted') return may.review
  if (state === 'accepted') return may.lock
  return state !== 'locked' && may.enter
}

function DeskSentence({ rows, late }: { rows: readonly AskedRow[]; late: readonly AskedRow[] }) {
  const t = useWords()
  const { locale } = useLocale()
  const toFill = rows.filter((row) => row.may.enter && row.state !== 'submitted' && row.state !== 'accepted')
  const [next] = toFill
  const toReview = rows.filter((row) => row.state === 'submitted').length
  const toLock = rows.filter((row) => row.state === 'accepted').length
  const said = [
    next &&
      t(
        {
          zh: '有 {count} 份要填，最先到期的是{form}（{period}），{due}前报',
          en: '{count} to fill in; first due is {form} for {period}, by {due}',
        },
        {
          count: toFill.length,
          form: next.formName[locale],
          period: next.period[locale],
          due: next.dueOn ? printWhen(next.dueOn, locale) : '—',
        },
      ),
    toReview > 0 && t({ zh: '{toReview} 份待您审核', en: '{toReview} await your review' }, { toReview }),
    toLock > 0 && t({ zh: '{toLock} 份已通过、可以锁定', en: '{toLock} are accepted and can be locked' }, { toLock }),
    late.length > 0 &&
      t({ zh: '别的单位有 {late} 份迟报', en: '{late} of other units are late' }, { late: late.length }),
  ].filter(Boolean)
  if (said.length === 0) return <T zh="手上没有要办的报表。" en="There is nothing to do on forms." />
  return <>{locale === 'zh' ? `${said.join('；')}。` : `${said.join('; ')}.`}</>
}
