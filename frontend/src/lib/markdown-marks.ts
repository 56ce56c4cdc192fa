/** What the toolbar does to a text: pure, so that it can be tested; the browser keeps the caret. */
export interface Selection {
  text: string
  start: number
  end: number
}

export type Mark = 'bold' | 'italic' | 'link' | 'list' | 'quote'

const WRAPS: Partial<Record<Mark, [before: string, after: string]>> = { bold: ['**', '**'], italic: ['*', '*'], link: ['[', '](https://)'] }
const PREFIXES: Partial<Record<Mark, string>> = { list: '- ', quote: '> ' }

export function applyMark({ text, start, end }: Selection, mark: Mark): Selection {
  const wrap = WRAPS[mark]
  if (wrap) {
    const [before, after] = wrap
    const marked = text.slice(0, start) + before + text.slice(start, end) + after + text.slice(end)
    return { text: marked, start: start + before.length, end: end + before.length }
  }
  const prefix = PREFIXES[mark] ?? ''
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(lineStart, end).split('\n')
  const marked = lines.map((line) => prefix + line).join('\n')
  return { text: text.slice(0, lineStart) + marked + text.slice(end), start: start + prefix.length, end: end + prefix.length * lines.length }
}

/** A passage of somebody else, as a quotation above what was typed so far. */
export function withQuotation(text: string, passage: string): string {
  const quoted = passage
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  return text === '' ? `${quoted}\n\n` : `${text.trimEnd()}\n\n${quoted}\n\n`
}
