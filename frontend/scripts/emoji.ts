// Emoji with their names in one language, of which the browser needs the signs and the words: virtual:emoji/nl.
import en from 'emojibase-data/en/compact.json' with { type: 'json' }
import nl from 'emojibase-data/nl/compact.json' with { type: 'json' }
import type { Plugin } from 'vite'

const LISTS = { en, nl }
const NAME = 'virtual:emoji/'
/** The parts of a letter or a skin, which are no emoji by themselves. */
const PARTS = 2

export function emoji(): Plugin {
  return {
    name: 'emoji',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
    load: (id) => {
      if (!id.startsWith(`\0${NAME}`)) return
      const known = LISTS[id.slice(NAME.length + 1) as keyof typeof LISTS]
      const emoji = known.filter(({ group }) => group !== undefined && group !== PARTS)
      return `export default ${JSON.stringify(emoji.map(({ unicode, label, tags = [] }) => [unicode, label, tags.join(' ')]))}`
    },
  }
}
