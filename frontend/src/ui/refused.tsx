import { useCallback } from 'react'
import { type Translate, useI18n } from '@/i18n'
import { Alert } from './alert'

/** What `Problem` of the API holds; `ui` knows no server. */
interface Refusal extends Error {
  detail: string
  errors: readonly { pointer: string; detail: string }[]
  requestId: string | null
}

const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Problem'
const isSilence = (error: unknown): boolean => error instanceof Error && error.name === 'NoAnswer'

/** A proxy refuses without a word of ours, and so does a fault in the page itself: then at least the number is of use. */
function failed(t: Translate, error: unknown): string {
  const number = isRefusal(error) ? error.requestId : null
  return number ? `${t('act-failed')} ${t('error-number', { number })}` : t('act-failed')
}

function sentenceOf(t: Translate, error: unknown, fields: readonly string[]): string | null {
  if (isSilence(error)) return t('offline-text')
  if (!isRefusal(error)) return failed(t, error)
  const homeless = error.errors.filter(({ pointer }) => !fields.includes(pointer))
  if (homeless.length === 0 && error.errors.length > 0) return null
  return [...new Set(homeless.map(({ detail }) => detail))].join(' ') || error.detail || failed(t, error)
}

/** Says why something was refused, for where that is no alert of its own, such as at a field. It is never empty. */
export function useRefusal(): (error: unknown) => string {
  const { t } = useI18n()
  return useCallback((error) => sentenceOf(t, error, []) ?? failed(t, error), [t])
}

interface Props {
  /** What the change ended in; nothing is shown as long as there is none. */
  error: unknown
  /** The pointers of the fields that say themselves what is wrong with them: only the rest is said here. */
  fields?: readonly string[]
  /** What was refused is on this page only: say that it is to be copied. */
  isOnlyHere?: boolean
}

/** Why what somebody asked for was refused, beside its button. It always says something. */
export function Refused({ error, fields = [], isOnlyHere }: Props) {
  const { t } = useI18n()
  const sentence = error ? sentenceOf(t, error, fields) : null
  if (sentence === null) return null
  if (!isOnlyHere) return <Alert kind="error">{sentence}</Alert>
  return (
    <Alert kind="error">
      <p>{sentence}</p>
      <p>{t('save-refused-keep')}</p>
    </Alert>
  )
}
