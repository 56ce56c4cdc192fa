import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('lets each part of a text run the way of its own first letter', () => {
  const style = document.createElement('style')
  style.textContent = readFileSync(`${import.meta.dirname}/base.css`, 'utf8')
  document.head.append(style)
  document.body.innerHTML = '<div class="np-prose" dir="auto"><p>Welkom.</p><h2>مرحبا</h2><ul><li>مرحبا</li></ul><blockquote>مرحبا</blockquote><table><tr><td>مرحبا</td></tr></table></div>'
  for (const part of document.querySelectorAll('p, h2, li, blockquote, td')) expect(getComputedStyle(part).unicodeBidi, part.tagName).toBe('plaintext')
  style.remove()
})

it('shows by an edge what is chosen where the colours are the reader’s own', () => {
  const css = readFileSync(`${import.meta.dirname}/base.css`, 'utf8')
  const forced = css.slice(css.indexOf('(forced-colors: active)'))
  for (const part of ['[aria-pressed', '[aria-selected', '.np-nav a[aria-current]', ':focus-visible', 'meter', '.np-dialog']) expect(forced, part).toContain(part)
})
