import { type Departure, departure } from './departure.ts'
import { cebNamespace, type Element } from './element.ts'
import type { Field, Group } from './schema.ts'
import { faultsOf } from './value-rules.ts'

type Tell = (departure: Departure) => void

/** Holds the children of one element against its group as they come: which, how many, in what order. */
export class SequenceCheck {
  readonly #group: Group
  readonly #path: string
  readonly #tell: Tell
  readonly #counts: Uint32Array
  #reached = 0

  constructor(group: Group, path: string, tell: Tell) {
    this.#group = group
    this.#path = path
    this.#tell = tell
    this.#counts = new Uint32Array(group.fields.length)
  }

  /** Takes a child in; answers its field, null for one that the group does not know. */
  take(child: Pick<Element, 'name' | 'line' | 'column'>): { field: Field | null; path: string } {
    const place = this.#group.places.get(child.name)
    const field = place === undefined ? undefined : this.#group.fields[place]
    if (place === undefined || !field) {
      const path = `${this.#path}/${child.name}`
      this.#tell(departure('unknown-element', { path, ...at(child), found: child.name, wanted: this.#next() }))
      return { field: null, path }
    }
    const count = ++this.#counts[place]!
    const path = `${this.#path}/${child.name}${field.most > 1 ? `[${count}]` : ''}`
    if (count === field.most + 1 || place < this.#reached) this.#tellPlace(child, field, { path, count })
    if (place > this.#reached) this.#reached = place
    return { field, path }
  }

  #tellPlace(
    child: Pick<Element, 'name' | 'line' | 'column'>,
    field: Field,
    { path, count }: { path: string; count: number },
  ) {
    const told = { path, ...at(child), words: field.words, found: child.name }
    if (count === field.most + 1) this.#tell(departure('repeated-element', { ...told, wanted: String(field.most) }))
    else this.#tell(departure('wrong-order', { ...told, wanted: this.#next() }))
  }

  /** What is still missing when the element ends. */
  end(element: Pick<Element, 'line' | 'column'>): void {
    for (const [place, { name, least, words }] of this.#group.fields.entries()) {
      const count = this.#counts[place]!
      if (count >= least) continue
      const path = `${this.#path}/${name}`
      this.#tell(
        departure('missing-element', { path, ...at(element), words, found: String(count), wanted: String(least) }),
      )
    }
  }

  #next(): string {
    return this.#group.fields[this.#reached]?.name ?? ''
  }
}

/** Holds a whole element against its field: values, children, attributes, namespace. */
export function checkElement(element: Element, field: Field, path: string, tell: Tell): void {
  if (field.type === 'any') return
  checkNamespace(element, path, tell)
  if (field.group) checkGroup(element, { ...field, group: field.group }, path, tell)
  else checkValue(element, field, path, tell)
}

function checkGroup(element: Element, field: Field & { group: Group }, path: string, tell: Tell): void {
  if (element.text.trim() !== '')
    tell(departure('text-between', { path, ...at(element), words: field.words, found: shown(element.text.trim()) }))
  checkAttributes(element, field.group, path, tell)
  const sequence = new SequenceCheck(field.group, path, tell)
  for (const child of element.children) {
    const known = sequence.take(child)
    if (known.field) checkElement(child, known.field, known.path, tell)
  }
  sequence.end(element)
}

/** Whether the root is called as its type is. */
export function checkName(root: Element, { root: wanted, words }: { root: string; words: string }, tell: Tell): void {
  if (root.name !== wanted)
    tell(departure('wrong-root', { path: root.name, ...at(root), words, found: root.name, wanted }))
}

export function checkNamespace(
  element: Pick<Element, 'namespace' | 'line' | 'column'>,
  path: string,
  tell: Tell,
): void {
  if (element.namespace === cebNamespace) return
  tell(departure('wrong-namespace', { path, ...at(element), found: element.namespace || '—', wanted: cebNamespace }))
}

export function checkAttributes(
  element: Pick<Element, 'attributes' | 'line' | 'column'>,
  group: Group,
  path: string,
  tell: Tell,
): void {
  for (const field of group.attributes) {
    const value = element.attributes[field.name.slice(1)]
    const told = { path: `${path}/${field.name}`, ...at(element), words: field.words }
    if (value !== undefined) tellFaults(field, value, told, tell)
    else if (field.least > 0) tell(departure('missing-attribute', { ...told, wanted: field.name.slice(1) }))
  }
}

function checkValue(element: Element, field: Field, path: string, tell: Tell): void {
  for (const child of element.children)
    tell(departure('unknown-element', { path: `${path}/${child.name}`, ...at(child), found: child.name }))
  tellFaults(field, element.text, { path, ...at(element), words: field.words }, tell)
}

function tellFaults(
  field: Field,
  value: string,
  told: Pick<Departure, 'path' | 'line' | 'column' | 'words'>,
  tell: Tell,
): void {
  for (const { code, wanted } of faultsOf(field, value)) tell(departure(code, { ...told, found: shown(value), wanted }))
}

const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value)
const at = ({ line, column }: Pick<Element, 'line' | 'column'>) => ({ line, column })
