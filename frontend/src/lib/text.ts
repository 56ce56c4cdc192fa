/** The first paragraph of a plain text: what fits on a card or under a title. */
export const firstParagraph = (text: string): string => text.trim().split(/\n\s*\n/, 1)[0] ?? ''

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()

/** Whether every one of these words, or the beginning of it, stands somewhere in the text; accents and capitals do not count. */
export function matches(text: string, words: string): boolean {
  const whole = folded(text)
  return folded(words)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}

/** The words of HTML that our own server made. */
export const plainText = (html: string): string => (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The beginning of a text, cut between words. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`
}
