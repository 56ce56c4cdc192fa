/** Two texts that went on from one, as one. */
interface Merged<Fields> {
  fields: Fields
  /** What these fields go on from: the text of the other, save where both changed and nobody chose yet. */
  base: Partial<Fields>
  /** Both changed one field, each in another way. */
  asks: boolean
}

/**
 * Field by field: what one of two people changed is as they made it. Where both changed a field, the one that is `kept`.
 * A list of words takes in what each added and loses what each took away, so that nobody is asked about it.
 */
export function merge<Fields extends object>(base: Partial<Fields>, mine: Fields, theirs: Fields, kept: 'mine' | 'theirs' = 'mine'): Merged<Fields> {
  const { value, base: next, asks } = joinAll(base as Values, mine as Values, theirs as Values, kept)
  return { fields: value as Fields, base: next as Partial<Fields>, asks }
}

/** Whether they say the same: the server takes away what is around a text, and the key of a row is of the screen alone. */
export const same = (one: unknown, other: unknown): boolean => plain(one) === plain(other)
const plain = (value: unknown): string | undefined =>
  JSON.stringify(value, (name, part: unknown) => {
    if (name === 'key') return undefined
    return typeof part === 'string' ? part.trim() : part
  })

type Values = Record<string, unknown>
interface Joined<Value> {
  value: Value
  base: Value
  asks: boolean
}

function joinAll(base: Values, mine: Values, theirs: Values, kept: 'mine' | 'theirs'): Joined<Values> {
  const all = Object.keys(mine).map((name) => ({ name, ...join(base[name], mine[name], theirs[name], kept) }))
  return {
    value: Object.fromEntries(all.map(({ name, value }) => [name, value])),
    base: Object.fromEntries(all.map(({ name, base: next }) => [name, next])),
    asks: all.some(({ asks }) => asks),
  }
}

function join(base: unknown, mine: unknown, theirs: unknown, kept: 'mine' | 'theirs'): Joined<unknown> {
  if (same(mine, theirs) || same(theirs, base)) return { value: mine, base: theirs, asks: false }
  if (same(mine, base)) return { value: theirs, base: theirs, asks: false }
  if (areWords(base) && areWords(mine) && areWords(theirs)) return { value: joinWords(base, mine, theirs), base: theirs, asks: false }
  if (areValues(mine) && areValues(theirs)) return joinAll(areValues(base) ? base : {}, mine, theirs, kept)
  return kept === 'mine' ? { value: mine, base, asks: true } : { value: theirs, base: theirs, asks: true }
}

const joinWords = (base: string[], mine: string[], theirs: string[]): string[] => {
  const added = mine.filter((word) => !base.includes(word) && !theirs.includes(word))
  return [...theirs.filter((word) => mine.includes(word) || !base.includes(word)), ...added]
}

const areWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((word) => typeof word === 'string')
const areValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
