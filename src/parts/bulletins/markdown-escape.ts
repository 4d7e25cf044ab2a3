/** Words as words: nothing in them is read as Markdown, and no character for private use passes. */
export function escapeMarkdown(words: unknown): string {
  return String(words ?? '')
    .replaceAll(/[\uE000-\uF8FF]/g, '')
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
}
