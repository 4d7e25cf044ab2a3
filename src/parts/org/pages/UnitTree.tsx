import { Tree } from 'antd'
import { useMemo, useState } from 'react'
import { useLocale, useWords } from '#web/locale.tsx'
import type { UnitInTree } from '../shapes.ts'

interface UnitTreeProps {
  units: readonly UnitInTree[]
  chosen: string | undefined
  sought: string
  onChoose: (code: string) => void
}

interface Node {
  key: string
  title: string
  unit: UnitInTree
  selectable: boolean
  children: Node[]
}

/** The units as a tree that arrow keys walk; a search leaves those that match and the way to them. */
export function UnitTree({ units, chosen, sought, onChoose }: UnitTreeProps) {
  const t = useWords()
  const { locale } = useLocale()
  const shown = useMemo(() => matching(units, sought), [units, sought])
  const [open, setOpen] = useState<readonly string[]>()
  const small = units.length <= 80
  const usual = small
    ? units.map((unit) => unit.code)
    : units.filter((unit) => unit.depth === 0).map((unit) => unit.code)
  const nodes = useMemo(() => nodesOf(shown, locale), [shown, locale])
  if (nodes.length === 0) {
    return (
      <p className="units-none">{t({ zh: '没有这样的单位；可换一天再找。', en: 'No such unit; try another day.' })}</p>
    )
  }
  return (
    <Tree<Node>
      blockNode
      treeData={nodes}
      expandedKeys={[...(sought ? shown.map((unit) => unit.code) : (open ?? usual))]}
      onExpand={(keys) => setOpen(keys.map(String))}
      selectedKeys={chosen ? [chosen] : []}
      onSelect={(_, { node }) => onChoose(node.key)}
      titleRender={({ unit, title }) => (
        <span className="unit-node" data-outside={!unit.inScope || undefined}>
          <span>{title}</span>
          {unit.people > 0 && (
            <small>
              {unit.people} {t({ zh: '人', en: 'people' })}
            </small>
          )}
        </span>
      )}
    />
  )
}

function matching(units: readonly UnitInTree[], sought: string): readonly UnitInTree[] {
  const typed = sought.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (typed === '') return units
  const parents = new Map(units.map((unit) => [unit.code, unit.parent]))
  const kept = new Set<string>()
  for (const unit of units) {
    if (!`${unit.found} ${unit.nameZh} ${unit.nameEn}`.toLowerCase().includes(typed)) continue
    for (let code: string | null | undefined = unit.code; code && !kept.has(code); code = parents.get(code))
      kept.add(code)
  }
  return units.filter((unit) => kept.has(unit.code))
}

function nodesOf(units: readonly UnitInTree[], locale: 'zh' | 'en'): Node[] {
  const nodes = new Map<string, Node>()
  const roots: Node[] = []
  for (const unit of units) {
    const title = locale === 'zh' ? unit.nameZh : unit.nameEn
    const node = { key: unit.code, title, unit, selectable: unit.inScope, children: [] }
    nodes.set(unit.code, node)
    const above = unit.parent === null ? undefined : nodes.get(unit.parent)
    ;(above?.children ?? roots).push(node)
  }
  return roots
}
