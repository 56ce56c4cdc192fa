import { useI18n } from '@/i18n'
import { Choice, Fieldset } from '@/ui/field'
import type { InvitedRole } from '../writing'

/** As what people are asked: to think along, or to put what others say into another language. */
export function RoleChoice({ role, onChoose }: { role: InvitedRole; onChoose: (role: InvitedRole) => void }) {
  const { t } = useI18n()
  return (
    <Fieldset legend={t('invite-role')}>
      <Choice type="radio" name="invite-role" label={t('role-participant')} hint={t('invite-role-participant')} checked={role === 'participant'} onChange={() => onChoose('participant')} />
      <Choice type="radio" name="invite-role" label={t('role-translator')} hint={t('invite-role-translator')} checked={role === 'translator'} onChange={() => onChoose('translator')} />
    </Fieldset>
  )
}
