import { DownloadOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import type { PlatformMatched } from '../customs/match-shapes.ts'
import { reasonWords } from '../customs/reason-words.ts'
import type { MatchPartProps } from './MatchSummary.tsx'
import { exportAddress, searchWith } from './match-address.ts'
import { daysBetween, daysSaid, flowWords, grouped, ordersIn, rateOf } from './match-words.ts'

/** Platforms, those with most to mend first: their rate, what goes wrong, and the list to send back to them. */
export function MatchPlatforms({ overview, onPick }: MatchPartProps) {
  const t = useWords()
  const columns = usePlatformColumns(overview.today, onPick)
  return (
    <Part
      title={t({ zh: '各平台', en: 'Platforms' })}
      note={t({ zh: '待处理多的在前；可把清单退回平台核对', en: 'most to mend first; each list can be sent back' })}
    >
      <DataTable
        caption={{ zh: '各平台的对碰情况', en: 'The match by platform' }}
        columns={columns}
        rows={overview.platforms}
        rowKey={({ flow, platform }) => `${flow} ${platform}`}
      />
    </Part>
  )
}

function usePlatformColumns(today: string, onPick: () => void): Column<PlatformMatched>[] {
  const t = useWords()
  const { locale } = useLocale()
  return [
    {
      ...{ key: 'platform', title: { zh: '平台', en: 'Platform' }, phone: 'head' },
      draw: ({ flow, platform, name }) => (
        <Link className="match-platform" to={searchWith({ flow, platform })} onClick={onPick}>
          <span lang="zh-CN">{name || platform}</span> <small lang="zh-CN">{platform}</small>
        </Link>
      ),
    },
    { key: 'flow', title: { zh: '进出口', en: 'Flow' }, draw: ({ flow }) => t(flowWords[flow]) },
    {
      key: 'orders',
      title: { zh: '订单', en: 'Orders' },
      number: true,
      draw: ({ counts }) => grouped(ordersIn(counts)),
    },
    {
      ...{ key: 'rate', title: { zh: '对碰率', en: 'Match rate' }, number: true },
      draw: ({ counts }) => (
        <span className="match-platform-rate">
          <span aria-hidden>
            <i style={{ width: `${(counts.matched / Math.max(1, ordersIn(counts))) * 100}%` }} />
          </span>
          {rateOf(counts)}
        </span>
      ),
    },
    {
      key: 'mismatch',
      title: { zh: '不一致', en: 'Mismatch' },
      number: true,
      draw: ({ counts }) => grouped(counts.mismatch),
    },
    {
      key: 'waiting',
      title: { zh: '等单证', en: 'Waiting' },
      number: true,
      draw: ({ counts }) => grouped(counts.waiting),
    },
    {
      ...{ key: 'top', title: { zh: '最多的原因', en: 'Most often' } },
      draw: ({ flow, platform, top }) =>
        top ? (
          <Link to={searchWith({ flow, platform, reason: top.reason })} onClick={onPick}>
            {t(reasonWords[top.reason].short)} {grouped(top.orders)}
          </Link>
        ) : (
          '—'
        ),
    },
    {
      ...{ key: 'oldest', title: { zh: '最久', en: 'Oldest' }, number: true },
      draw: ({ oldest }) => (oldest ? daysSaid(daysBetween(oldest, today), locale) : '—'),
    },
    {
      ...{ key: 'send', title: { zh: '退回清单', en: 'To send back' } },
      draw: ({ flow, platform, counts }) =>
        counts.mismatch + counts.waiting > 0 && (
          <a
            href={exportAddress({ flow, platform, state: 'open' }, 'xlsx')}
            download
            aria-label={t(
              { zh: '下载 {platform} 的清单（xlsx）', en: 'Download the list of {platform} (xlsx)' },
              { platform },
            )}
          >
            <DownloadOutlined aria-hidden /> xlsx
          </a>
        ),
    },
  ]
}
