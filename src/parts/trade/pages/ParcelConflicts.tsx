import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { parcelConflicts } from '../parcels/parcel-shapes.ts'
import { parcelColumnWords } from './parcel-words.ts'

type Conflict = Reply<typeof parcelConflicts>['conflicts'][number]

/** Declarations that came again with other contents; nothing while there is none. */
export function ParcelConflicts() {
  const t = useWords()
  const found = useEndpoint(parcelConflicts, { query: { page: 1, size: 10 } })
  if (found.error) return <ErrorState problem={found.error} onRetry={() => found.refetch()} />
  if (!found.data || found.data.total === 0) return null
  const { total, more, conflicts } = found.data
  return (
    <Part
      title={t({ zh: '同一编号，内容不同', en: 'One number, different contents' })}
      note={
        more
          ? t({ zh: '最近一千次更正里有 {total} 票', en: '{total} among the newest thousand corrections' }, { total })
          : t(
              {
                zh: '共 {total} 票；后来的内容有效，原来的留在历史里',
                en: '{total} in all; what came later holds, what came first stays in the history',
              },
              { total },
            )
      }
    >
      <ul className="parcels-conflicts">
        {conflicts.map((conflict) => (
          <ConflictLine key={`${conflict.row} ${conflict.at}`} conflict={conflict} />
        ))}
      </ul>
    </Part>
  )
}

function ConflictLine({ conflict: { declaration, row, changed, at, first, second } }: { conflict: Conflict }) {
  const t = useWords()
  const address = new URLSearchParams({ 'f.declaration': declaration, row: String(row) })
  return (
    <li>
      <Link to={`/ledgers/trade/parcels?${address}`}>{declaration}</Link>
      <span>
        {changed.map(({ column, was, is }) => (
          <span key={column} className="parcels-changed">
            {t(parcelColumnWords[column] ?? { zh: column, en: column })} <del>{was ?? '—'}</del> →{' '}
            <ins>{is ?? '—'}</ins>
          </span>
        ))}
      </span>
      <span className="parcels-from">
        <T zh="先" en="First" />{' '}
        <Link to={`/batches/${first.batch}`}>
          <Bringer by={first.by} />
        </Link>
        <T zh="，后" en=", then" />{' '}
        <Link to={`/batches/${second.batch}`}>
          <Bringer by={second.by} />
        </Link>{' '}
        · <When at={at} />
      </span>
    </li>
  )
}

function Bringer({ by }: { by: string | null }) {
  return by === null ? <T zh="数据包" en="the zone package" /> : by
}
