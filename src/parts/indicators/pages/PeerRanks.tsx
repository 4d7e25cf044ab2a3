import { Quantity } from '#web/kit/Quantity.tsx'
import { T } from '#web/locale.tsx'
import type { Rank } from '../shapes.ts'

/** The zone among its peers, best first; a peer without a figure has a dash and no place. */
export function PeerRanks({ rank }: { rank: Rank }) {
  return (
    <table className="peer-ranks">
      <caption className="for-readers">
        <T zh="与同类地区比较" en="Among peers" />
      </caption>
      <thead className="for-readers">
        <tr>
          <th scope="col">
            <T zh="位次" en="Place" />
          </th>
          <th scope="col">
            <T zh="地区" en="District" />
          </th>
          <th scope="col">{rank.by === 'change' ? <T zh="增速" en="Growth" /> : <T zh="数值" en="Value" />}</th>
        </tr>
      </thead>
      <tbody>
        {rank.peers.map(({ peer, value, rank: place, own }) => (
          <tr key={peer} data-own={own || undefined}>
            <td>{place ?? '—'}</td>
            <th scope="row">{peer}</th>
            <td>
              <Quantity value={value} unit={rank.unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
