import { lazy, Suspense, useState } from 'react'
import type { Thread } from '@/api/types'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { loadPart } from '@/lib/load-part'
import { Button } from '@/ui/button'
import { toastNext } from '@/ui/toast'

const MoveDialog = lazy(() => loadPart(() => import('./move-dialog')))

interface Props {
  tenant: string
  thread: Thread
  picked: ReadonlySet<string> | null
  onPick: (picked: ReadonlySet<string> | null) => void
}

/** The box beside the last post: the nearest one to where one chose this. */
const focusNearest = () => [...document.querySelectorAll<HTMLElement>('.np-post__marks input[type="checkbox"]')].at(-1)?.focus()

/** What who runs the issue does with a conversation as a whole. */
export function Facilitate({ tenant, thread, picked, onPick }: Props) {
  const { t } = useI18n()
  const [open, setOpen] = useState<'move' | 'merge' | null>(null)
  if (!thread.can.facilitate) return null
  return (
    <section className="np-facilitate np-no-print" aria-label={t('facilitate-title')}>
      {picked ? (
        <div className="np-row">
          <p role="status">{t('move-picked', { count: picked.size })}</p>
          {picked.size > 0 ? (
            <Button appearance="primary" onClick={() => setOpen('move')}>
              {t('move-do')}
            </Button>
          ) : null}
          <Button appearance="subtle" onClick={() => onPick(null)}>
            {t('move-stop')}
          </Button>
        </div>
      ) : (
        <p className="np-row">
          <a href={paths.cockpit(tenant, thread.id)}>{t('cockpit-thread-show')}</a>
          <a href={paths.summary(tenant, thread.id)}>{t('summary-title')}</a>
          <Button
            appearance="subtle"
            onClick={() => {
              onPick(new Set())
              requestAnimationFrame(focusNearest)
            }}
          >
            {t('move-begin')}
          </Button>
          <Button appearance="subtle" onClick={() => setOpen('merge')}>
            {t('move-all-begin')}
          </Button>
        </p>
      )}
      {open ? (
        <Suspense>
          <MoveDialog
            tenant={tenant}
            thread={thread}
            posts={open === 'move' ? [...(picked ?? [])] : null}
            onClose={() => setOpen(null)}
            onDone={(to) => {
              toastNext(t(open === 'move' ? 'move-done' : 'move-all-done'))
              location.assign(paths.thread(tenant, to.id))
            }}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
