/** What the toolbar and the Enter key do to a text: pure, so that it can be tested; the browser carries it out and can undo it. */
export interface Selection {
  text: string
  start: number
  end: number
}

/** What stands between `from` and `to` becomes `insert`; then `start` to `end` is selected. */
export interface Change {
  from: number
  to: number
  insert: string
  start: number
  end: number
}

export type Mark = 'bold' | 'italic' | 'link' | 'heading' | 'list' | 'numbers' | 'quote'

export const changed = (text: string, { from, to, insert }: Change): string => text.slice(0, from) + insert + text.slice(to)

export function applyMark(selection: Selection, mark: Mark): Change {
  switch (mark) {
    case 'bold':
      return toggleStars(selection, 2)
    case 'italic':
      return toggleStars(selection, 1)
    case 'link':
      return link(selection)
    default:
      return toggleLines(selection, mark)
  }
}

/** Bold is two stars and italic is one: both are three. */
function toggleStars({ text, start, end }: Selection, many: 1 | 2): Change {
  const [from, to] = withoutSpace(text, start, end)
  const chosen = text.slice(from, to)
  // Emphasis does not go past the end of a paragraph: each line gets its own.
  if (chosen.includes('\n')) {
    const lines = chosen.split('\n')
    const on = lines.every((line) => line.trim() === '' || has(starsAround(line, true), many))
    const insert = lines.map((line) => (line.trim() === '' || (!on && has(starsAround(line, true), many)) ? line : on ? line.slice(many, -many) : starred(line, many))).join('\n')
    return { from, to, insert, start: from, end: from + insert.length }
  }
  const within = starsAround(chosen, true)
  if (chosen.length > 2 * many && has(within, many)) {
    const insert = chosen.slice(many, -many)
    return { from, to, insert, start: from, end: from + insert.length }
  }
  const around = Math.min(starsAround(text.slice(0, from), false), /^\**/.exec(text.slice(to))?.[0].length ?? 0)
  if (has(around, many)) return { from: from - many, to: to + many, insert: chosen, start: from - many, end: to - many }
  return { from, to, insert: starred(chosen, many), start: from + many, end: to + many }
}

const starred = (words: string, many: number): string => '*'.repeat(many) + words + '*'.repeat(many)

const has = (stars: number, many: 1 | 2): boolean => (many === 2 ? stars >= 2 : stars % 2 === 1)

/** How many stars a text has at both ends, or at its end alone. */
function starsAround(text: string, bothEnds: boolean): number {
  const behind = /\**$/.exec(text)?.[0].length ?? 0
  return bothEnds ? Math.min(behind, /^\**/.exec(text)?.[0].length ?? 0) : behind
}

/** Stars with a space on their inner side are shown as stars. */
function withoutSpace(text: string, start: number, end: number): [number, number] {
  const chosen = text.slice(start, end)
  if (chosen.trim() === '') return [start, end]
  return [start + chosen.length - chosen.trimStart().length, end - (chosen.length - chosen.trimEnd().length)]
}

const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i

export const isAddress = (text: string): boolean => ADDRESS.test(text) && URL.canParse(text)

/** What comes next is selected: the address, or the words when the address is there. */
function link({ text, start, end }: Selection): Change {
  const [from, to] = withoutSpace(text, start, end)
  const chosen = text.slice(from, to)
  if (isAddress(chosen)) return { from, to, insert: linkTo('', chosen), start: from + 1, end: from + 1 }
  const insert = linkTo(chosen, 'https://')
  const at = from + insert.length - 1
  return chosen === '' ? { from, to, insert, start: from + 1, end: from + 1 } : { from, to, insert, start: at - 'https://'.length, end: at }
}

export function linkTo(words: string, address: string): string {
  const safe = words.replace(/(?<!\\)[[\]]/g, String.raw`\$&`)
  return `[${safe}](${/[()]/.test(address) ? `<${address}>` : address})`
}

/** A line of a list, of either kind; every pattern here keeps the indent. */
const LIST = /^(\s*)(?:[-*+]|\d{1,9}[.)]) /
const BEGINS: Record<'heading' | 'list' | 'numbers' | 'quote', RegExp> = {
  heading: /^()#{1,6} /,
  list: /^(\s*)[-*+] /,
  numbers: /^(\s*)\d{1,9}[.)] /,
  quote: /^()> ?/,
}
/** What makes room for it: a list with signs becomes one with numbers. */
const INSTEAD_OF = { heading: BEGINS.heading, list: LIST, numbers: LIST, quote: /^()/ }

function toggleLines({ text, start, end }: Selection, mark: keyof typeof BEGINS): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1
  // What ends just after a line does not mean the next one.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end
  const to = text.indexOf('\n', last) < 0 ? text.length : text.indexOf('\n', last)
  const lines = text.slice(from, to).split('\n')
  const full = lines.filter((line) => line.trim() !== '')
  const off = full.length > 0 && full.every((line) => BEGINS[mark].test(line))
  let number = 0
  const signs = { heading: () => '## ', list: () => '- ', numbers: (at: number) => `${String(at)}. `, quote: () => '> ' }
  const next = lines.map((line) => {
    if (off) return line.replace(BEGINS[mark], '$1')
    // Between two paragraphs of one quotation the sign stands alone.
    if (line.trim() === '' && lines.length > 1) return mark === 'quote' ? '>' : line
    number += 1
    return signs[mark](number) + line.replace(INSTEAD_OF[mark], '$1')
  })
  const insert = next.join('\n')
  const moved = insert.length - (to - from)
  const caret = Math.max(from, start + moved)
  return start === end ? { from, to, insert, start: caret, end: caret } : { from, to, insert, start: from, end: from + insert.length }
}

/** The signs that a line begins with, and that the next one takes over. */
const CONTINUES = /^((?:>[ \t]?)*)([ \t]*)(?:([-*+]) |(\d{1,9})([.)]) )?/

/** Enter in a list or a quotation goes on with it; on a line with nothing else it ends it. Null: Enter does what it always does. */
export function nextLine({ text, start, end }: Selection): Change | null {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(from, start)
  const [sign = '', quotes = '', indent = '', bullet, digits, dot = ''] = CONTINUES.exec(before) ?? []
  const isList = bullet !== undefined || digits !== undefined
  if ((!isList && quotes === '') || insideCode(text.slice(0, from))) return null
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)
  const nothingElse = before === sign && text.slice(end, lineEnd).trim() === ''
  if (nothingElse && start === end) {
    // First out of the list, then out of the quotation. Without an empty line between, what follows would still belong to it.
    const left = isList && quotes !== '' ? `${quotes.trimEnd()}\n${quotes}` : '\n'
    return { from, to: lineEnd, insert: left, start: from + left.length, end: from + left.length }
  }
  if (before.length < sign.length || before === sign) return null
  const item = bullet ? `${bullet} ` : digits ? `${String(Number(digits) + 1)}${dot} ` : ''
  const insert = `\n${quotes}${isList ? indent : ''}${item}`
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}

/** Between two fences everything means what it says. */
const insideCode = (before: string): boolean => (before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1

/** A passage of somebody else as a quotation, on lines of its own behind what was typed so far. */
export function quotation(text: string, passage: string, from?: string): Change {
  const lines = passage.trim().split('\n')
  const quoted = [...(from ? [from, ''] : []), ...lines].map((line) => `> ${line}`.trimEnd()).join('\n')
  const typed = text.trimEnd()
  const insert = `${typed === '' ? '' : '\n\n'}${quoted}\n\n`
  const end = typed.length + insert.length
  return { from: typed.length, to: text.length, insert, start: end, end }
}
