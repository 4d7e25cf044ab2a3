import { unitTreeShape } from '#parts/org/shapes.ts'
import { useEndpoint } from '#web/client.ts'
import { type UnitChoice, UnitPicker } from '#web/kit/UnitPicker.tsx'

interface AreaPickerProps {
  /** the whole zone unless told */
  area: string | undefined
  onChange: (code: string | undefined) => void
}

/** Chooses whose figure it is, among the units the reader may see; the root is the whole zone. */
export default function AreaPicker({ area, onChange }: AreaPickerProps) {
  const tree = useEndpoint(unitTreeShape, {}, { staleTime: 5 * 60_000 })
  const units = tree.data?.units
  if (!units || units.length < 2) return null
  const known = new Set(units.map(({ code }) => code))
  const choices = units.map(
    ({ code, parent, nameZh, nameEn, found }): UnitChoice => ({
      ...{ code, found, name: { zh: nameZh, en: nameEn } },
      under: parent !== null && known.has(parent) ? parent : null,
    }),
  )
  const root = choices[0]?.code
  return (
    <UnitPicker units={choices} value={area ?? root} onChange={(code) => onChange(code === root ? undefined : code)} />
  )
}
