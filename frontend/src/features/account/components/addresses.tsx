import type { Address } from '../api'
import { useI18n } from '@/i18n'
import { AddAddress } from './add-address'
import { AddressRow } from './address-row'

/** The addresses that one signs in with, and the one that gets the mail. */
export function Addresses(props: { addresses: readonly Address[]; onChanged: () => void }) {
  const { t } = useI18n()
  return (
    <section className="np-stack" aria-labelledby="addresses-title">
      <div className="np-stack np-stack--tight">
        <h2 id="addresses-title">{t('profile-addresses')}</h2>
        <p>{t('addresses-lead')}</p>
      </div>
      <ul role="list" className="np-stack np-stack--tight">
        {props.addresses.map((address) => (
          <AddressRow key={address.id} address={address} onChanged={props.onChanged} />
        ))}
      </ul>
      <AddAddress onAdded={props.onChanged} />
      <details className="np-fold">
        <summary>{t('addresses-lost')}</summary>
        <div className="np-stack np-stack--tight">
          <p>{t('addresses-lost-other')}</p>
          <p>{t('addresses-lost-none')}</p>
        </div>
      </details>
    </section>
  )
}
