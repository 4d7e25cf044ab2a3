import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { parcelOverview } from '../parcels/parcel-shapes.ts'
import { ParcelKeys } from './ParcelKeys.tsx'
import { grouped } from './parcel-words.ts'

/** What programs send singly: today, the last minute, what waits; and how to begin. */
export function ParcelDoor({ door: { today, lastMinute, waiting } }: { door: Reply<typeof parcelOverview>['door'] }) {
  const t = useWords()
  const may = useMay()
  const taken = today.entered + today.corrected + today.unchanged
  return (
    <Part
      title={t({ zh: '实时报送', en: 'Sent as it happens' })}
      note={
        <>
          <When at={today.day} /> · <T zh="按服务器时钟" en="by the server's clock" />
        </>
      }
      deeds={
        <Link to="/batches?f.origin=door">
          <T zh="报送批次" en="Batches" />
        </Link>
      }
    >
      <dl className="parcels-door">
        <Told words={t({ zh: '今天收到（票）', en: 'Taken today' })} count={taken} />
        <Told words={t({ zh: '其中更正', en: 'of them corrections' })} count={today.corrected} />
        <Told words={t({ zh: '退回', en: 'Sent back' })} count={today.rejected} />
        <Told words={t({ zh: '最近一分钟', en: 'Last minute' })} count={lastMinute} />
        <Told words={t({ zh: '等待写入', en: 'Waiting' })} count={waiting} />
      </dl>
      {taken + today.rejected === 0 && (
        <p className="parcels-lesson">
          <T
            zh="今天还没有程序报送。平台、企业和场站的系统可以在申报的同时把每一票送到这里：一次一票或最多 500 票；同一编号再送不会重复，内容变了就是更正；收到回答就已经存好。"
            en="No program has sent anything today. Systems of platforms, enterprises and yards can send each declaration as they make it: one or up to 500 at a time; the same number again is never counted twice, other contents are a correction; what is answered is stored."
          />
        </p>
      )}
      {may('trade/declare') && <ParcelKeys />}
    </Part>
  )
}

function Told({ words, count }: { words: string; count: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{grouped(String(count))}</dd>
    </div>
  )
}
