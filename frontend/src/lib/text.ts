/** The first paragraph of a plain text: what fits on a card or under a title. */
export const firstParagraph = (text: string): string => text.trim().split(/\n\s*\n/, 1)[0] ?? ''
