/** A run as it stands in the XML of its part, by offsets. */
export interface RunPlace {
  from: number
  /** behind its start tag */
  opened: number
  /** its properties, empty when it has none */
  properties: { from: number; to: number }
  /** behind its end tag */
  to: number
  /** start tag of the insertion (w:ins, w:moveTo) that the run stands in directly */
  insertion?: { from: number; opened: number }
  /** false of a formula: marks stand around it, never in it */
  divisible: boolean
}

/** Where a piece of words came from. */
export interface WordPlace {
  part: 'document' | 'footnotes' | 'endnotes'
  /** the run that holds it; for words of a text box or a formula, the outermost run or formula */
  run: RunPlace
  /** the element (w:t, w:tab …) */
  from: number
  to: number
  /** its words stand deeper than the run's own children, so that only the whole run can be marked */
  whole: boolean
  /** a raised figure: the file writes 2 where the text has ² */
  raised: boolean
  /** of a footnote or endnote, its id */
  note?: string
}
