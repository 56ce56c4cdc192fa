import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { StatusBadge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmButton } from '@/ui/confirm'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type Address, promoteAddress, removeAddress } from '../api'
import { ProveAddress } from './prove-address'

/** One address: what it is, and what can be done with it. */
export function AddressRow({ address, onChanged }: { address: Address; onChanged: () => void }) {
  const { t } = useI18n()
  const promote = useMutation({
    mutationFn: () => promoteAddress(address.id),
    onSuccess: () => {
      toast(t('address-promoted', { address: address.address }))
      onChanged()
    },
  })
  return (
    <li className="np-sheet np-stack np-stack--tight">
      <div className="np-row np-row--between">
        <span className="np-break">{address.address}</span>
        {address.primary ? <StatusBadge tone="success">{t('address-primary')}</StatusBadge> : null}
        {address.verified ? null : <StatusBadge tone="warning">{t('address-unproven')}</StatusBadge>}
      </div>
      {address.verified ? null : <ProveAddress address={address} onProven={onChanged} />}
      <Refused error={promote.error} />
      {address.primary ? null : (
        <div className="np-row">
          {address.verified ? (
            <Button busy={promote.isPending} aria-label={t('address-promote-name', { address: address.address })} onClick={() => promote.mutate()}>
              {t('address-promote')}
            </Button>
          ) : null}
          <ConfirmButton
            label={t('action-remove')}
            name={t('address-remove-name', { address: address.address })}
            title={t('address-remove-title', { address: address.address })}
            act={() => removeAddress(address.id)}
            onDone={() => {
              toast(t('address-removed', { address: address.address }))
              onChanged()
            }}
          >
            {t(address.verified ? 'address-remove-text' : 'address-remove-unproven')}
          </ConfirmButton>
        </div>
      )}
    </li>
  )
}
