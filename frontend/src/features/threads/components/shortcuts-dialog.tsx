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
  return (
    <Dialog wide title={t('thread-settings')} onClose={onClose}>
      <div className="np-stack np-for-keys">
        <Choice type="checkbox" label={t('shortcuts-on')} hint={t('shortcuts-on-hint')} checked={shortcuts.on} onChange={(event) => shortcuts.setOn(event.currentTarget.checked)} />
        <Keys />
      </div>
      <Choice type="checkbox" label={t('typing-on')} hint={t('typing-on-hint')} checked={typing.on} onChange={(event) => typing.setOn(event.currentTarget.checked)} />
    </Dialog>
  )
}
