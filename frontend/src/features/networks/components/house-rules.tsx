import { useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { isProblem } from '@/api/problems'
import type { Network } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Conflict } from '@/ui/conflict'
import { Editor } from '@/ui/editor'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { putHouseRules } from '../api'

interface Props {
  tenant: string
  network: Network
  /** Whose browser this is: the text is kept in it until it is put to everybody. */
  owner: string
  onPut: (network: Network) => void
  /** Somebody else was ahead: what stands there now. */
  reload: () => Promise<Network>
}

interface Writing {
  text: string
  /** The version that it goes on from. */
  version: number
}

const writingOf = ({ houseRules, rulesVersion }: Network): Writing => ({ text: houseRules, version: rulesVersion })

/** Rules that people agreed with change by one act, because it asks everybody once more. */
export function HouseRules({ tenant, network, owner, onPut, reload }: Props) {
  const { t } = useI18n()
  const area = useRef<HTMLTextAreaElement>(null)
  const { form, write, letGo, arrived } = useKept(`${owner}/rules-${network.id}`, writingOf(network), network.rulesVersion)
  const [theirs, setTheirs] = useState<Writing | null>(null)
  const put = useMutation({
    mutationFn: ({ text, version }: Writing) => putHouseRules(tenant, network.id, text, version),
    onSuccess: (saved, sent) => {
      const now = writingOf(saved)
      arrived(sent, now, { version: now.version })
      toast(t('network-rules-put-done'))
      onPut(saved)
    },
    onError: async (error) => {
      const now = isProblem(error, 409) ? await reload().catch(() => null) : null
      if (now) setTheirs(writingOf(now))
    },
  })
  const chosen = () => {
    setTheirs(null)
    put.reset()
  }
  const { error } = put
  return (
    <section className="np-sheet np-stack" aria-labelledby="house-rules">
      <h2 id="house-rules">{t('network-house-rules')}</h2>
      <p>{t('network-rules-put-text')}</p>
      {theirs ? null : <Refused error={error} />}
      {theirs ? (
        <Conflict
          differences={[{ name: t('network-house-rules'), theirs: theirs.text, mine: form.text }]}
          onMine={() => {
            write({ version: theirs.version })
            chosen()
          }}
          onTheirs={() => {
            letGo(theirs)
            chosen()
          }}
        />
      ) : null}
      <Editor required id="house-rules-text" label={t('network-rules-put-label')} value={form.text} area={area} error={null} render={renderMarkdown} onWrite={(text) => write({ text })} />
      <div>
        <Button appearance="primary" busy={put.isPending} disabled={form.text.trim() === network.houseRules.trim()} onClick={() => put.mutate(form)}>
          {t('network-rules-put')}
        </Button>
      </div>
    </section>
  )
}
