import { Problem } from '@/api/problems'
import { type Translate, useI18n } from '@/i18n'
import { ErrorSummary } from '@/ui/error-summary'
import { inviteeAt } from '../invitees'

const isAboutAddress = (pointer: string): boolean => pointer.endsWith('/email')

/** What is wrong, with the name of whom it is about; `who` are those who were sent, and not those who stand there by now. */
const sentenceOf = (t: Translate, { pointer, detail }: Problem['errors'][number], who: readonly string[]): string => {
  const place = inviteeAt(pointer)
  const name = place === null ? undefined : who[place]
  return name === undefined ? detail : t('invite-fault', { name, why: detail })
}

/** What stands at the field of the addresses. */
export function addressFault(t: Translate, error: Error | null, who: readonly string[]): string | undefined {
  const faults = error instanceof Problem ? error.errors.filter(({ pointer }) => isAboutAddress(pointer)) : []
  return faults.map((fault) => sentenceOf(t, fault, who)).join(' ') || undefined
}

/** What is wrong with whom or with what was filled in: that stands on top of the form, every other refusal beside its button. */
export const isAboutForm = (error: Error | null): error is Problem => error instanceof Problem && error.errors.length > 0

/** Why nothing was sent: nobody was chosen, or each refused invitee by name. */
export function InviteRefusal(props: { error: Error | null; who: readonly string[]; alone: boolean }) {
  const { t } = useI18n()
  const { error, who, alone } = props
  if (alone) return <ErrorSummary entries={[{ field: 'invite-addresses', sentence: t('invite-nobody') }]} />
  if (!isAboutForm(error)) return null
  const entries = error.errors.map((fault) => {
    const field = /^\/(size|waitDays|enough)$/.exec(fault.pointer)?.[1]
    return { field: field ? `waves-${field}` : isAboutAddress(fault.pointer) ? 'invite-addresses' : null, sentence: sentenceOf(t, fault, who) }
  })
  return <ErrorSummary entries={entries} />
}
