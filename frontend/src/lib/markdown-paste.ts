/** What is pasted as something better than it is: an address over words, or the cells of a table. */
import { type Change, isAddress, linkTo, type Selection } from './markdown-marks'

export interface Pasted {
  change: Change
  as: 'link' | 'table'
}

/** Null: it is pasted as it is. */
export function pasted(selection: Selection, plain: string, html: string): Pasted | null {
  const link = linked(selection, plain.trim())
  if (link) return { change: link, as: 'link' }
  const cells = cellsOfHtml(html) ?? cellsOfText(plain)
  return cells ? { change: ownLines(selection, tableOf(cells)), as: 'table' } : null
}

function linked({ text, start, end }: Selection, address: string): Change | null {
  const words = text.slice(start, end)
  if (words.trim() === '' || words.includes('\n') || !isAddress(address) || isAddress(words.trim())) return null
  // Where the address of a link belongs it is only an address.
  if (text.slice(0, start).endsWith('](')) return null
  const insert = linkTo(words, address)
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}

/** Lines with as many tabs each, as spreadsheets give them. */
function cellsOfText(plain: string): string[][] | null {
  const lines = plain.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  const cells = lines.map((line) => line.split('\t'))
  const wide = cells[0]?.length ?? 0
  // What begins with a tab is indented.
  const isTable = lines.length > 1 && wide > 1 && cells.every((row) => row.length === wide) && !lines.every((line) => line.startsWith('\t'))
  return isTable ? cells : null
}

/** One table and nothing beside it; tables in tables are how old pages and mails are laid out. */
function cellsOfHtml(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const [table, another] = body.querySelectorAll('table')
  if (!table || another) return null
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLTableCellElement>('td, th')].flatMap(spread))
  table.remove()
  for (const other of body.querySelectorAll('style, script, title')) other.remove()
  const wide = Math.max(0, ...rows.map((row) => row.length))
  if ((body.textContent ?? '').trim() !== '' || rows.length < 2 || wide < 2) return null
  return rows.map((row) => [...row, ...Array<string>(wide - row.length).fill('')])
}

/** A cell as wide as three takes the place of three. */
function spread(cell: HTMLTableCellElement): string[] {
  const wide = Math.min(Math.max(1, Number(cell.getAttribute('colspan')) || 1), 50)
  return [cell.textContent ?? '', ...Array<string>(wide - 1).fill('')]
}

function tableOf(cells: string[][]): string {
  const [head = [], ...rows] = cells.map((row) => row.map((cell) => cell.trim().replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, String.raw`\|`)))
  const line = (row: string[]) => `| ${row.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A table has an empty line before and after it. */
function ownLines({ text, start, end }: Selection, table: string): Change {
  const before = text.slice(0, start)
  const gap = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const after = text.slice(end)
  const insert = `${gap}${table}${after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'}`
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
}
