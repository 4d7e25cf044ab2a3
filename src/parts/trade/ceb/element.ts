/** An element as it stood in the message. */
export interface Element {
  /** without its prefix */
  name: string
  namespace: string
  attributes: Record<string, string>
  /** its own text, whole */
  text: string
  children: Element[]
  line: number
  column: number
}

export const cebNamespace = 'http://www.chinaport.gov.cn/ceb'

/** The text of a child, trimmed; empty where there is none. */
export function textIn(element: Element | undefined, name: string): string {
  return element?.children.find((child) => child.name === name)?.text.trim() ?? ''
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}
