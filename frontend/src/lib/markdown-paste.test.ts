import { describe, expect, it } from 'vitest'
import { changed } from './markdown-marks'
import { pasted } from './markdown-paste'

function paste(text: string, chosen: string, plain: string, html = ''): string | null {
  const start = text.indexOf(chosen)
  const result = pasted({ text, start, end: start + chosen.length }, plain, html)
  return result && changed(text, result.change)
}

const table = '| Naam | Uur |\n| --- | --- |\n| Plein | 20 |'

describe('an address', () => {
  it('over words makes them a link', () => expect(paste('zie de kaart', 'de kaart', 'https://a.nl/k')).toBe('zie [de kaart](https://a.nl/k)'))
  it('with brackets stays whole', () => expect(paste('a', 'a', 'https://a.nl/b_(c)')).toBe('[a](<https://a.nl/b_(c)>)'))
  it('over words with brackets keeps them', () => expect(paste('a [b]', 'a [b]', 'https://a.nl')).toBe(String.raw`[a \[b\]](https://a.nl)`))
  it.each([
    ['', 'https://a.nl'],
    ['https://b.nl', 'https://a.nl'],
    ['woord', 'zaanrade.nl en meer'],
    ['woord', 'javascript:alert(1)'],
  ])('over %j, pasting %j, is pasted as it is', (chosen, plain) => expect(paste(`${chosen} .`, chosen, plain)).toBeNull())
  it('in the place of an address is only that', () => expect(paste('[kaart](https://)', 'https://', 'https://a.nl')).toBeNull())
})

describe('cells', () => {
  it('with tabs become a table', () => expect(paste('', '', 'Naam\tUur\r\nPlein\t20\r\n')).toBe(`${table}\n\n`))
  it('of a page become a table', () => {
    const html = '<html><head><style>td{}</style></head><body><!--x--><table><tr><th>Naam</th><th>Uur</th></tr><tr><td>Plein</td><td>20</td></tr></table></body></html>'
    expect(paste('Zie:', '', 'x', html)).toBe(`${table}\n\nZie:`)
  })
  it('get lines of their own', () => {
    const result = pasted({ text: 'Zie', start: 3, end: 3 }, 'Naam\tUur\nPlein\t20', '')
    expect(result?.as).toBe('table')
    expect(result && changed('Zie', result.change)).toBe(`Zie\n\n${table}\n\n`)
  })
  it('may be wide, short, or hold what draws a table', () => {
    const html = '<table><tr><td colspan="2">a|b</td></tr><tr><td>c\n d</td></tr></table>'
    expect(paste('', '', '', html)).toBe('| a\\|b |  |\n| --- | --- |\n| c d |  |\n\n')
  })
  it.each([
    ['a\tb', ''],
    ['a\tb\nc', ''],
    ['\tif x\n\treturn', ''],
    ['tekst', '<p>Vooraf</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'],
    ['tekst', '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>'],
    ['tekst', '<table><tr><td>alles</td></tr></table>'],
  ])('that are none are pasted as they are: %j', (plain, html) => expect(paste('', '', plain, html)).toBeNull())
})
