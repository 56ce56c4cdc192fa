import { useState } from 'react'
import type { Me } from '@/api/types'
import { signOutHere } from '@/features/account/api'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { Refused } from '@/ui/refused'
import { paths } from '../paths'

export function AccountMenu(props: { me: Me }) {
  const { t } = useI18n()
  const name = props.me.name || (props.me.addresses[0]?.address ?? '')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const leave = async () => {
    setBusy(true)
    try {
      await signOutHere()
      location.assign(paths.home())
    } catch (error) {
      setFault(error)
      setBusy(false)
    }
  }
  return (
    <>
      <Menu
        name={t('account-menu', { name })}
        label={
          <>
            <Icon name="person" />
            <span className="np-header__name">{name}</span>
          </>
        }
      >
        <ul role="list">
          <li>
            <a href={paths.profile()}>{t('profile-title')}</a>
          </li>
          <li>
            <a href={paths.preferences()}>{t('preferences-title')}</a>
          </li>
          <li>
            <a href={paths.account()}>{t('account-title')}</a>
          </li>
          <li>
            <a href={paths.help()}>{t('help-title')}</a>
          </li>
          <li>
            <button type="button" onClick={() => void leave()}>
              {t('sign-out')}
            </button>
          </li>
        </ul>
      </Menu>
      {fault === null ? null : (
        <Dialog
          title={t('sign-out-failed')}
          text={<p>{t('sign-out-failed-text')}</p>}
          onClose={() => setFault(null)}
          actions={
            <Button appearance="primary" busy={busy} onClick={() => void leave()}>
              {t('action-retry')}
            </Button>
          }
        >
          <Refused error={fault} />
        </Dialog>
      )}
    </>
  )
}
