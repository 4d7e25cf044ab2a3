import { Link } from 'react-router'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { Train } from './TrainPage.tsx'

/** Where register and list differ, and the row and batch that this page stands on. */
export function TrainOrigin({ train: { train, sums, differences } }: { train: Train }) {
  const t = useWords()
  const may = useMay()
  if (!train) return null
  const { row, batch } = train
  return (
    <>
      {sums && (
        <Part
          title={t({ zh: '登记与清单', en: 'Register and list' })}
          note={
            differences.length === 0 &&
            t({ zh: '两处的箱数、TEU、货重、货值一致', en: 'both say the same boxes, TEU, weight and value' })
          }
        >
          {differences.length > 0 && (
            <DataTable
              caption={{ zh: '开行登记与装车清单的出入', en: 'Where the register and the list differ' }}
              columns={columns}
              rows={differences}
              rowKey={({ what }) => what}
            />
          )}
        </Part>
      )}
      <Part title={t({ zh: '来处', en: 'Where it comes from' })}>
        <p className="train-origin">
          {may('ledgers/read') ? (
            <Link to={`/ledgers/trade/trains?row=${row}`}>
              <T zh="台账中的这一行和各个版本" en="The row of the ledger, with its versions" />
            </Link>
          ) : null}
          {may('ledgers/read') && (
            <Link to={`/batches/${batch.id}`}>
              <T zh="批次 {id}" en="Batch {id}" id={batch.id} /> {batch.file}
            </Link>
          )}
          <span>
            <T zh="记入于 " en="entered on " />
            <When at={batch.enteredAt} time={false} />
          </span>
        </p>
      </Part>
    </>
  )
}

type Difference = Train['differences'][number]

const whatWords: Record<Difference['what'], Words> = {
  containers: { zh: '箱数', en: 'Boxes' },
  teu: { zh: 'TEU', en: 'TEU' },
  weight: { zh: '货重（吨）', en: 'Weight (t)' },
  value: { zh: '货值（美元）', en: 'Value (USD)' },
}

const columns: Column<Difference>[] = [
  { key: 'what', title: { zh: '项目', en: 'Item' }, phone: 'head', draw: ({ what }) => <T {...whatWords[what]} /> },
  { key: 'register', title: { zh: '开行登记', en: 'Register' }, number: true, draw: ({ register }) => register },
  { key: 'list', title: { zh: '装车清单', en: 'Loading list' }, number: true, draw: ({ list }) => list },
]
