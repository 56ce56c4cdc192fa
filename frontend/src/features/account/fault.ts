import { Problem } from '@/api/problems'

/** The sentence of a refusal, of its first field when it has one; `silence` when no answer came. */
export function sentenceOf(error: unknown, silence: string): string | undefined {
  if (!error) return undefined
  return error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : silence
}
