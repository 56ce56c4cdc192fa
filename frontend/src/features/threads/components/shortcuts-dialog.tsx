import { useId } from 'react'
import { useI18n } from '@/i18n'
import { Dialog } from '@/ui/dialog'
import { Choice } from '@/ui/field'
import { Keys } from './keys'

interface Switch {
  on: boolean
  setOn: (on: boolean) => void
}

/** The keys, and what one may want otherwise in a conversation. */
export function ShortcutsDialog({ shortcuts, typing, onClose }: { shortcuts: Switch; typing: Switch; onClose: () => void }) {
  const { t } = useI18n()
  const id = useId()
  return (
    <Dialog title={t('thread-settings')} onClose={onClose}>
      <section className="np-stack np-for-keys" aria-labelledby={id}>
        <h3 id={id}>{t('shortcuts-title')}</h3>
        <Keys />
        <Choice type="checkbox" label={t('shortcuts-on')} checked={shortcuts.on} onChange={(event) => shortcuts.setOn(event.currentTarget.checked)} />
      </section>
      <Choice type="checkbox" label={t('typing-on')} hint={t('typing-on-hint')} checked={typing.on} onChange={(event) => typing.setOn(event.currentTarget.checked)} />
    </Dialog>
  )
}
