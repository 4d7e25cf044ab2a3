/** A field of the text (ISO/IEC 29500-1, 17.16): its code is not text, its result is. */
export interface Field {
  ended: boolean
  inCode: boolean
}

/** The fields open at a point of a story; one that never ends hides nothing. */
export function fieldsOf() {
  const open: Field[] = []
  let codes = 0
  let outermost: Field | undefined
  const leaveCode = (field: Field) => {
    if (!field.inCode) return
    field.inCode = false
    codes -= 1
    if (codes === 0) outermost = undefined
  }
  return {
    begin(): void {
      const field = { ended: false, inCode: true }
      open.push(field)
      codes += 1
      outermost ??= field
    },
    separate(): void {
      const field = open.at(-1)
      if (field) leaveCode(field)
    },
    end(): void {
      const field = open.pop()
      if (!field) return
      leaveCode(field)
      field.ended = true
    },
    /** the outermost field whose code this point is in */
    code: (): Field | undefined => outermost,
  }
}
