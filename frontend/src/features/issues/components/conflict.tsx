import type { Issue } from '@/api/types'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import type { differences, Fields } from '../form'

const NAMES = { title: 'issue-title', coreQuestion: 'issue-core-question', whyNow: 'issue-why-now', background: 'issue-background' } as const

/** Two people changed one text: both are shown, one is chosen, none is lost unseen. */
export function Conflict(props: { names: ReturnType<typeof differences>; mine: Fields; theirs: Issue; onMine: () => void; onTheirs: () => void }) {
  const { t } = useI18n()
  return (
    <Alert kind="error">
      <h2>{t('conflict-title')}</h2>
      <p>{t('conflict-text')}</p>
      {props.names.map((name) => (
        <section key={name} className="np-stack np-stack--tight">
          <h3>{t(NAMES[name])}</h3>
          <p className="np-soft">{t('conflict-theirs')}</p>
          <p className="np-prose np-prose--plain" dir="auto">
            {props.theirs[name]}
          </p>
          <p className="np-soft">{t('conflict-yours')}</p>
          <p className="np-prose np-prose--plain" dir="auto">
            {props.mine[name]}
          </p>
        </section>
      ))}
      <div className="np-row">
        <Button appearance="primary" onClick={props.onMine}>
          {t('conflict-keep-mine')}
        </Button>
        <Button appearance="secondary" onClick={props.onTheirs}>
          {t('conflict-take-theirs')}
        </Button>
      </div>
    </Alert>
  )
}
