import { describe, expect, it } from 'vitest'
import { applyMark, changed, isAddress, type Mark, nextLine, quotation, type Selection } from './markdown-marks'

/** `‹` and `›` stand where the selection begins and ends, `|` where the caret is. */
function marked(text: string): Selection {
  const caret = text.indexOf('|')
  if (caret >= 0) return { text: text.replace('|', ''), start: caret, end: caret }
  const start = text.indexOf('‹')
  return { text: text.replace(/[‹›]/g, ''), start, end: text.indexOf('›') - 1 }
}

function shown(selection: Selection, change: ReturnType<typeof nextLine>): string | null {
  if (!change) return null
  const text = changed(selection.text, change)
  const { start, end } = change
  return start === end ? `${text.slice(0, start)}|${text.slice(start)}` : `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`
}

const mark = (text: string, kind: Mark) => shown(marked(text), applyMark(marked(text), kind))
const enter = (text: string) => shown(marked(text), nextLine(marked(text)))

describe('a mark on words', () => {
  it.each<[Mark, string, string]>([
    ['bold', 'een ‹goed› idee', 'een **‹goed›** idee'],
    ['bold', 'een **‹goed›** idee', 'een ‹goed› idee'],
    ['bold', 'een ‹**goed**› idee', 'een ‹goed› idee'],
    ['bold', 'een‹ goed ›idee', 'een **‹goed›** idee'],
    ['bold', 'een *‹goed›* idee', 'een ***‹goed›*** idee'],
    ['italic', 'een **‹goed›** idee', 'een ***‹goed›*** idee'],
    ['italic', 'een ***‹goed›*** idee', 'een **‹goed›** idee'],
    ['italic', 'een *‹goed›* idee', 'een ‹goed› idee'],
    ['bold', 'een | idee', 'een **|** idee'],
    ['bold', 'een **|** idee', 'een | idee'],
    ['bold', '‹eerste\n\ntweede›', '‹**eerste**\n\n**tweede**›'],
    ['bold', '‹**eerste**\n\n**tweede**›', '‹eerste\n\ntweede›'],
    ['link', 'zie ‹de kaart› hier', 'zie [de kaart](‹https://›) hier'],
    ['link', 'zie | hier', 'zie [|](https://) hier'],
    ['link', '‹https://zaanrade.nl/plein›', '[|](https://zaanrade.nl/plein)'],
  ])('%s: %s', (kind, before, after) => expect(mark(before, kind)).toBe(after))
})

describe('a mark on lines', () => {
  it.each<[Mark, string, string]>([
    ['list', 'a\n‹b\nc›', 'a\n‹- b\n- c›'],
    ['list', '‹- b\n- c›', '‹b\nc›'],
    ['list', '‹1. b\n2. c›', '‹- b\n- c›'],
    ['numbers', '‹b\n\nc›\nd', '‹1. b\n\n2. c›\nd'],
    ['numbers', '‹- b\n›c', '‹1. b›\nc'],
    ['list', 'half|weg', '- half|weg'],
    ['list', '- half|weg', 'half|weg'],
    ['list', '|', '- |'],
    ['quote', '‹a\n\nb›', '‹> a\n>\n> b›'],
    ['heading', 'Waar|om', '## Waar|om'],
    ['heading', '### Waar|om', 'Waar|om'],
  ])('%s: %s', (kind, before, after) => expect(mark(before, kind)).toBe(after))
})

describe('Enter', () => {
  it.each([
    ['- een|', '- een\n- |'],
    ['* een| twee', '* een\n* | twee'],
    ['9. een|', '9. een\n10. |'],
    ['  - een|', '  - een\n  - |'],
    ['> een|', '> een\n> |'],
    ['> - een|', '> - een\n> - |'],
    ['- een\n- |', '- een\n\n|'],
    ['> - |', '>\n> |'],
    ['> een\n> |', '> een\n\n|'],
  ])('goes on with, or ends: %s', (before, after) => expect(enter(before)).toBe(after))

  it.each(['gewoon|', '|- een', '-|', '**vet**|', '```\n- een|', '2026|'])('does what it always does: %s', (before) => expect(enter(before)).toBeNull())
})

it('knows an address from words', () => {
  expect(['https://zaanrade.nl', 'mailto:a@b.nl', 'http://x.nl/a?b=c#d'].every(isAddress)).toBe(true)
  expect(['https://', 'zaanrade.nl', 'https://a b', 'javascript:alert(1)', 'zie https://a.nl'].some(isAddress)).toBe(false)
})

it('puts a quotation behind what was typed', () => {
  const put = (text: string, passage: string, from?: string) => changed(text, quotation(text, passage, from))
  expect(put('Eens.  ', 'eerste\n\ntweede')).toBe('Eens.\n\n> eerste\n>\n> tweede\n\n')
  expect(put('', 'eerste')).toBe('> eerste\n\n')
  expect(put('', 'eerste', '[Bijdrage 7](https://a.nl/#7)')).toBe('> [Bijdrage 7](https://a.nl/#7)\n>\n> eerste\n\n')
})
