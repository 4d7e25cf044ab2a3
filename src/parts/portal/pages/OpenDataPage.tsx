import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { type OpenList, openShape } from '../shapes.ts'
import { OpenFrame } from './OpenFrame.tsx'

interface Example {
  words: Words
  path: string
  /** the Accept header, where the address alone would bring JSON */
  accept?: string
}

const csv = 'application/vnd.sdmx.data+csv;version=2.0.0'

/** How programs take the figures: every line can be clicked, and pasted into a terminal. */
export default function OpenDataPage() {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(openShape, { query: {} })
  return (
    <OpenFrame
      zone={data?.zone}
      title={t({ zh: '数据接口', en: 'Data for programs' })}
      sentence={t({
        zh: '不用账号，按国际通行的 SDMX、CSVW 和 OpenAPI 取数；历次版本都可查。',
        en: 'No account needed: SDMX, CSVW and OpenAPI, with every version of a value that was ever shown.',
      })}
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && <Ways list={data} />}
    </OpenFrame>
  )
}

function Ways({ list }: { list: OpenList }) {
  const { sdmx, figures } = list
  const code = figures[0]?.code ?? 'gdp'
  const id = code.replaceAll('.', '_').toUpperCase()
  return (
    <>
      <Examples
        words={{ zh: '一个指标一张表', en: 'One figure, one table' }}
        examples={[
          { words: { zh: '全部数据（CSV）', en: 'All values (CSV)' }, path: `/api/open/figures/${code}.csv` },
          {
            words: { zh: '这张表的说明（CSVW）', en: 'What that table says (CSVW)' },
            path: `/api/open/figures/${code}.csv-metadata.json`,
          },
          { words: { zh: '全部公开指标（JSON）', en: 'All open figures (JSON)' }, path: '/api/open' },
        ]}
      />
      <Examples words={{ zh: '数据（SDMX REST）', en: 'Data (SDMX REST)' }} examples={dataExamples(sdmx, id)} />
      <Examples
        words={{ zh: '结构和代码表（SDMX）', en: 'Structure and codelists (SDMX)' }}
        examples={structureExamples(sdmx)}
      />
      <Examples
        words={{ zh: '城市事项（Open311 GeoReport v2）', en: 'Matters of the town (Open311 GeoReport v2)' }}
        examples={open311}
      />
      <p className="open-nothing">
        <T
          zh="XML 和 JSON 两种格式；坐标为 WGS-84。提交事项（POST requests）要带 api_key，申领办法见服务发现的 key_service。查询结果里没有任何个人信息，照片去掉了拍摄数据。"
          en="In XML and JSON; coordinates are WGS-84. Sending a request (POST requests) needs an api_key; key_service of the discovery tells how to get one. No answer holds anything of a person, and pictures come without what the camera wrote."
        />
      </p>
      <Examples words={{ zh: '重大项目（OC4IDS 0.9.5）', en: 'Major projects (OC4IDS 0.9.5)' }} examples={oc4ids} />
      <Examples
        words={{ zh: '接口文档', en: 'The interface described' }}
        examples={[{ words: { zh: 'OpenAPI 3.1', en: 'OpenAPI 3.1' }, path: '/api/openapi.json' }]}
      />
      <p className="open-nothing">
        <T
          zh="请保留返回的 ETag，下次带 If-None-Match 来问：没有变化时只答 304。每个地址每分钟的请求次数有上限，超过时答 429 和等待秒数。"
          en="Keep the ETag and send it back as If-None-Match: what has not changed is answered with 304. Requests a minute are limited; beyond that the answer is 429 with the seconds to wait."
        />
      </p>
    </>
  )
}

const oc4ids: readonly Example[] = [
  { words: { zh: '已签约的项目', en: 'Signed projects' }, path: '/api/open/projects/oc4ids.json' },
  {
    words: { zh: '灯和问题两个扩展字段的说明', en: 'What the two further fields for lights and problems say' },
    path: '/api/open/projects/oc4ids-extension.json',
  },
]

const open311: readonly Example[] = [
  { words: { zh: '服务发现', en: 'Discovery' }, path: '/open311/discovery.xml' },
  { words: { zh: '可以反映的类别', en: 'What can be reported' }, path: '/open311/v2/services.json' },
  { words: { zh: '最近 90 天的事项', en: 'Requests of the last 90 days' }, path: '/open311/v2/requests.json' },
  {
    words: { zh: '办理中的事项，每页 50 件', en: 'Open requests, 50 a page' },
    path: '/open311/v2/requests.json?status=open&page=1&page_size=50',
  },
  { words: { zh: '各件事项的进展', en: 'How requests go on' }, path: '/open311/v2/servicerequestupdates.json' },
]

function dataExamples({ flow, area, agency }: OpenList['sdmx'], id: string): Example[] {
  return [
    { words: { zh: '全部公开数据', en: 'Everything open' }, path: `/sdmx/data/${flow}/all` },
    {
      words: { zh: '一个指标的半年数和同比，2018年起', en: 'Half-years of one figure and their growth, from 2018 on' },
      path: `/sdmx/data/${flow}/S.${area}.${id}.LEVEL+GROWTH?startPeriod=2018`,
    },
    {
      words: { zh: '同样的查询（SDMX 3.0 写法）', en: 'The same asked as SDMX 3.0 does' },
      path: `/sdmx/data/dataflow/${agency}/${flow}/1.0.0/S.${area}.${id}?c[TIME_PERIOD]=ge:2018-S1`,
    },
    {
      words: { zh: '表格形式（SDMX-CSV）', en: 'As a table (SDMX-CSV)' },
      path: `/sdmx/data/${flow}/M..${id}.`,
      accept: csv,
    },
    {
      words: { zh: '每个值的历次版本', en: 'Every version of every value' },
      path: `/sdmx/data/${flow}/..${id}.?includeHistory=true`,
      accept: csv,
    },
    {
      words: { zh: '某一时刻公开的样子', en: 'As it was shown at a moment' },
      path: `/sdmx/data/${flow}/..${id}.?asOf=2099-01-01T00:00:00Z`,
    },
    {
      words: { zh: '某一时刻以后的变化', en: 'What changed after a moment' },
      path: `/sdmx/data/${flow}/all?updatedAfter=2018-01-01T00:00:00Z`,
    },
  ]
}

function structureExamples({ flow, agency }: OpenList['sdmx']): Example[] {
  return [
    {
      words: { zh: '数据流及其结构、代码表、概念', en: 'The dataflow with its structure, codelists and concepts' },
      path: `/sdmx/structure/dataflow/${agency}/${flow}/1.0.0?references=all`,
    },
    {
      words: { zh: '公开指标的代码表', en: 'Codes of the open indicators' },
      path: `/sdmx/structure/codelist/${agency}/CL_INDICATOR`,
    },
    { words: { zh: '维护机构', en: 'The maintenance agency' }, path: '/sdmx/structure/agencyscheme' },
  ]
}

function Examples({ words, examples }: { words: Words; examples: readonly Example[] }) {
  const t = useWords()
  const origin = window.location.origin
  return (
    <section className="open-section">
      <h2>{t(words)}</h2>
      <dl className="open-examples">
        {examples.map(({ words: of, path, accept }) => (
          <div key={path}>
            <dt>
              <a href={accept ? `${path}${path.includes('?') ? '&' : '?'}format=csv` : path}>{t(of)}</a>
            </dt>
            <dd>
              <code>
                curl {path.includes('[') ? '-g ' : ''}
                {accept ? `-H 'Accept: ${accept}' ` : ''}'{origin}
                {path}'
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
