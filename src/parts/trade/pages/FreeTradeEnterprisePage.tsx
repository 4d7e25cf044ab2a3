import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { enterpriseShape } from '../free-trade/shapes.ts'
import { dayWords } from './board-words.ts'
import { CodeChecks } from './CodeChecks.tsx'
import { EnterpriseCapital } from './EnterpriseCapital.tsx'
import { EnterpriseTies } from './EnterpriseTies.tsx'
import { type Enterprise, enterprisePath, freeTradePath } from './free-trade-words.ts'
import './free-trade.css'
import './enterprise.css'

/** One enterprise of the zone: its names over time, its registration, its code worked out, and all that bears that code. */
export default function FreeTradeEnterprisePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const { data, error, refetch } = useEndpoint(enterpriseShape, { params: { code } })
  return (
    <Page
      title={data?.name ?? t({ zh: '入区企业', en: 'Enterprise' })}
      trail={[{ title: t({ zh: '自贸区', en: 'Free trade zone' }), to: freeTradePath }]}
      sentence={data && <EnterpriseSentence enterprise={data} />}
      deeds={
        data && (
          <Link to={`/ledgers/trade/ftz-registrations?q=${encodeURIComponent(data.uscc)}&row=${data.rowId}`}>
            <T zh="台账行（第 {versions} 版）" en="Ledger row (version {versions})" versions={data.versions} />
          </Link>
        )
      }
      help="clerk/free-trade-enterprise"
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && (
        <div className="enterprise">
          <Part title={t({ zh: '信用代码', en: 'Credit code' })}>
            <CodeChecks code={data.code} />
          </Part>
          <Part title={t({ zh: '名称沿革', en: 'Names over time' })}>
            <Names enterprise={data} />
          </Part>
          <Part title={t({ zh: '注册资本', en: 'Registered capital' })}>
            <EnterpriseCapital enterprise={data} />
          </Part>
          <EnterpriseTies enterprise={data} />
        </div>
      )}
    </Page>
  )
}

function EnterpriseSentence({ enterprise }: { enterprise: Enterprise }) {
  const t = useWords()
  const { locale } = useLocale()
  const { names, kind, section, block, registeredOn, industry } = enterprise
  return (
    <>
      <T
        zh="{day}入区，{kind}，{section}（{industry}），在{block}，注册资本 "
        en="Registered on {day}, {kind}, {section} ({industry}), in {block}, with a capital of "
        day={dayWords(registeredOn, locale, { year: true })}
        kind={t(kind)}
        section={t(section)}
        industry={industry}
        block={block}
      />
      <Quantity value={enterprise.capitalNow} unit="万元" />
      {names.length > 1 && <T zh="；曾用名 {count} 个" en="; {count} former names" count={names.length - 1} />}
      <T zh="。" en="." />
    </>
  )
}

function Names({ enterprise: { names, namesakes } }: { enterprise: Enterprise }) {
  const { locale } = useLocale()
  const day = (text: string) => dayWords(text, locale, { year: true })
  return (
    <>
      <ol className="enterprise-names">
        {[...names].reverse().map(({ name, from, until }) => (
          <li key={from} data-present={until === null || undefined}>
            <span>{name}</span>
            <small>
              {until === null ? (
                <T zh="{from} 起" en="since {from}" from={day(from)} />
              ) : (
                <T zh="{from} 至 {until}" en="{from} to {until}" from={day(from)} until={day(until)} />
              )}
            </small>
          </li>
        ))}
      </ol>
      {namesakes.length > 0 && (
        <p className="enterprise-note">
          ▲ <T zh="同名的还有：" en="Others bear one of these names: " />
          {namesakes.map((other) => (
            <Link key={other.uscc} to={enterprisePath(other)}>
              {other.name}（{other.uscc}）{' '}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
