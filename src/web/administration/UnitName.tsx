import { useUnitNames } from './unit-names.ts'

/** `<UnitName code="PORT" />`: the unit by its name, its code on hovering. */
export function UnitName({ code }: { code: string | null }) {
  const nameOf = useUnitNames()
  return code === null ? <span className="missing">—</span> : <span title={code}>{nameOf(code)}</span>
}
