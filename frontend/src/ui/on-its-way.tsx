import { useI18n } from '@/i18n'
import type { Sending } from '@/lib/sending'
import { fileSize } from '@/lib/sizes'
import { Button } from './button'

/** A file that is being sent, or did not arrive: how far it is, or why not. */
export function OnItsWay(props: { sending: Sending; onAgain: () => void; onRemove: () => void }) {
  const { t, locale } = useI18n()
  const { file, part, fault, mayPass } = props.sending
  return (
    <li className="np-file">
      <div className="np-row np-row--between">
        <span className="np-file__name">
          {file.name} <span className="np-soft np-small">{fileSize(locale, file.size)}</span>
        </span>
        <span className="np-row">
          {fault && mayPass ? (
            <Button appearance="subtle" onClick={props.onAgain}>
              {t('action-retry')}
            </Button>
          ) : null}
          <Button appearance="subtle" danger aria-label={t(fault ? 'file-remove' : 'file-cancel', { name: file.name })} onClick={props.onRemove}>
            {t(fault ? 'action-remove' : 'action-cancel')}
          </Button>
        </span>
      </div>
      {fault ? <p className="utrecht-form-field-error-message">{fault}</p> : <progress max={1} value={part} aria-label={t('file-sending', { name: file.name })} />}
    </li>
  )
}
