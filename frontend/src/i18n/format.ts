/** A sentence as scripts/fluent.ts compiles it: text, or text with places to fill in. */
export type Pattern = string | (string | Place)[]
/** The value of an argument, or what the value chooses: by itself, by its plural category, or else. */
export type Place = [name: string] | [name: string, choices: Record<string, Pattern>, otherwise: string]
export type Catalogue = Record<string, Pattern>
export type Values = Record<string, string | number>

/** The rules of one language. */
export class Language {
  readonly #numbers: Intl.NumberFormat
  readonly #plurals: Intl.PluralRules

  constructor(tag: string) {
    this.#numbers = new Intl.NumberFormat(tag)
    this.#plurals = new Intl.PluralRules(tag)
  }

  say(pattern: Pattern, values: Values): string {
    return typeof pattern === 'string' ? pattern : pattern.map((part) => (typeof part === 'string' ? part : this.#fill(part, values))).join('')
  }

  #fill([name, choices, otherwise]: Place, values: Values): string {
    const value = values[name] ?? ''
    if (!choices) return typeof value === 'number' ? this.#numbers.format(value) : value
    const category = typeof value === 'number' ? this.#plurals.select(value) : ''
    return this.say(choices[value] ?? choices[category] ?? choices[otherwise ?? ''] ?? '', values)
  }
}
