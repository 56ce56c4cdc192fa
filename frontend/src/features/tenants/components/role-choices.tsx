import type { TenantRole } from '@/api/types'
import { useI18n } from '@/i18n'
import { Choice, Fieldset } from '@/ui/field'
import { ROLE_MAY, TENANT_ROLE } from '../words'

/** The roles of an organisation, each with what it lets somebody do. */
export function RoleChoices(props: { name: string; role: TenantRole; onChange: (role: TenantRole) => void }) {
  const { t } = useI18n()
  return (
    <Fieldset legend={t('members-role')}>
      {(Object.keys(TENANT_ROLE) as TenantRole[]).map((role) => (
        <Choice key={role} type="radio" name={props.name} label={t(TENANT_ROLE[role])} hint={t(ROLE_MAY[role])} checked={props.role === role} onChange={() => props.onChange(role)} />
      ))}
    </Fieldset>
  )
}
