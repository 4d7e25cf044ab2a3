import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useWords, type Words } from '../locale.tsx'

/** A node of the zone's tree as the picker needs it; `under` is null at the root. */
export interface UnitChoice {
  code: string
  name: string | Words
  under: string | null
  /** further words it is found by: pinyin, short name */
  found?: string
}

interface UnitPickerProps {
  units: readonly UnitChoice[]
  value: string | undefined
  onChange: (code: string | undefined) => void
  clearable?: boolean
  words?: Words
}

interface Node {
  value: string
  title: string
  found: string
  children: Node[]
}

/** Chooses a unit from the tree; typing finds by name, code and pinyin. */
export function UnitPicker({ units, value, onChange, clearable, words = { zh: '单位', en: 'Unit' } }: UnitPickerProps) {
  const t = useWords()
  const tree = useMemo(() => treeOf(units, (name) => (typeof name === 'string' ? name : t(name))), [units, t])
  return (
    <TreeSelect<string>
      aria-label={t(words)}
      placeholder={t(words)}
      treeData={tree}
      value={value as string}
      onChange={onChange}
      allowClear={clearable ?? false}
      showSearch
      filterTreeNode={(typed, node) => String(node['found']).includes(typed.trim().toLowerCase())}
      treeDefaultExpandAll={units.length <= 40}
      treeDefaultExpandedKeys={tree.map((root) => root.value)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 200 }}
    />
  )
}

function treeOf(units: readonly UnitChoice[], print: (name: string | Words) => string): Node[] {
  const nodes = new Map<string, Node>()
  for (const unit of units) {
    const title = print(unit.name)
    nodes.set(unit.code, {
      value: unit.code,
      title,
      found: `${title} ${unit.code} ${unit.found ?? ''}`.toLowerCase(),
      children: [],
    })
  }
  const roots: Node[] = []
  for (const unit of units) {
    const above = unit.under === null ? undefined : nodes.get(unit.under)
    ;(above?.children ?? roots).push(nodes.get(unit.code)!)
  }
  return roots
}
