import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { reportFrameShape } from '../reports/shapes.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { forgetReports, type OwnReport, ownReports, rememberReport, spelledCode } from './own-reports.ts'
import { ReportForm, type Sent } from './ReportForm.tsx'
import './report.css'

/** Anybody reports a problem, without an account, and finds the reports of this phone again. */
export default function ReportPage() {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(reportFrameShape)
  const [sent, setSent] = useState<Sent | null>(null)
  const take = (now: Sent) => {
    rememberReport({ code: now.code, number: now.number, at: new Date().toISOString(), words: now.words.slice(0, 40) })
    setSent(now)
    window.scrollTo(0, 0)
  }
  return (
    <OpenFrame
      zone={data?.zone}
      title={sent ? t({ zh: '已收到', en: 'Received' }) : t({ zh: '我要反映', en: 'Report a problem' })}
      sentence={
        sent
          ? t({
              zh: '谢谢您。凭查询码随时可以看办到哪一步。',
              en: 'Thank you. With the code you can see how it goes at any time.',
            })
          : t({ zh: '不用注册，一分钟。', en: 'No account, one minute.' })
      }
      foot={data ? t(data.urgent) : ''}
    >
      <div className="report">
        {error && <ErrorState problem={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading lines={10} />}
        {sent && <Received sent={sent} onAnother={() => setSent(null)} />}
        {data && !sent && <ReportForm frame={data} onSent={take} />}
        {!sent && <Find />}
      </div>
    </OpenFrame>
  )
}

function Received({ sent: { code, number }, onAnother }: { sent: Sent; onAnother: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <section className="report-received">
      <p className="report-hint">{t({ zh: '查询码', en: 'Your code' })}</p>
      <p className="report-code">{spelledCode(code)}</p>
      <p className="report-hint">
        <T
          zh="编号 {number}。请截图或记下查询码。"
          en="Number {number}. Keep the code, or a picture of this page."
          number={number}
        />
      </p>
      <ol className="report-next">
        <li>{t({ zh: '监督员到现场核实', en: 'An inspector looks at it on the spot' })}</li>
        <li>
          {t({
            zh: '立案，派给责任单位，告诉您承诺的日期',
            en: 'It is registered, sent to a unit, and you are told the promised date',
          })}
        </li>
        <li>{t({ zh: '处置之后再到现场核查', en: 'When it is done, it is checked on the spot' })}</li>
        <li>{t({ zh: '您来确认：没有解决就重新办理', en: 'You say whether it is fixed; if not, it is reopened' })}</li>
      </ol>
      <p className="report-deeds">
        <Button type="primary" size="large" onClick={() => navigate(`/report/${code}`)}>
          {t({ zh: '看办理进度', en: 'See how it goes' })}
        </Button>
        <Button autoInsertSpace={false} size="large" onClick={onAnother}>
          {t({ zh: '再反映一件', en: 'Report another' })}
        </Button>
      </p>
    </section>
  )
}

function Find() {
  const t = useWords()
  const navigate = useNavigate()
  const [own, setOwn] = useState(ownReports)
  const [code, setCode] = useState('')
  const forget = () => {
    forgetReports()
    setOwn([])
  }
  const clean = code.replaceAll(/[^\dA-Za-z]/g, '')
  return (
    <section className="report-find">
      <h2>{t({ zh: '查办理进度', en: 'See how a report goes' })}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (clean.length >= 8) navigate(`/report/${clean.toUpperCase()}`)
        }}
      >
        <Input
          size="large"
          value={code}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setCode(event.target.value)}
          placeholder={t({ zh: '12位查询码', en: 'The code of twelve letters and digits' })}
          aria-label={t({ zh: '查询码', en: 'Code' })}
        />
        <Button autoInsertSpace={false} size="large" htmlType="submit" disabled={clean.length < 8}>
          {t({ zh: '查询', en: 'Find' })}
        </Button>
      </form>
      {own.length > 0 && <Own own={own} onForget={forget} />}
    </section>
  )
}

function Own({ own, onForget }: { own: readonly OwnReport[]; onForget: () => void }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <>
      <h3>{t({ zh: '在这部手机上反映过的', en: 'Reported from this phone' })}</h3>
      <ul className="report-own">
        {own.map(({ code, at, words }) => (
          <li key={code}>
            <Link to={`/report/${code}`}>{words}</Link>{' '}
            <time dateTime={at}>{printWhen(at, locale, { short: true })}</time>
          </li>
        ))}
      </ul>
      <button type="button" className="report-text" onClick={onForget}>
        {t({ zh: '从这部手机上清除', en: 'Remove them from this phone' })}
      </button>
    </>
  )
}
