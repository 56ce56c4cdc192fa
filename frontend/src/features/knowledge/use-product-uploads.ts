import { useState } from 'react'
import { type Uploads, useUploads } from '@/api/use-uploads'
import type { PlainKey } from '@/i18n'
import { isPicture } from '@/lib/file-types'
import { lateness } from '@/lib/sending'
import { type ProductFile, sendFile } from './api'

/** The field that files are chosen with. */
export const ADD_FILES = 'add-files'

const LATE = { failed: 'product-file-failed', wait: 'product-file-wait' } as const satisfies Record<string, PlainKey>

export interface ProductUploads extends Uploads {
  /** The picture whose words are asked for now. */
  asks: string | null
  /** Why the product cannot go to others yet: a file that somebody chose is not in it. */
  late: (typeof LATE)[keyof typeof LATE] | null
}

/** Files on their way to a product; `onChange` changes the newest list, because they arrive while somebody types. */
export function useProductUploads(tenant: string, onChange: (change: (files: ProductFile[]) => ProductFile[]) => void): ProductUploads {
  const [asks, setAsks] = useState<string | null>(null)
  const uploads = useUploads(
    (file, key, onProgress) => sendFile(tenant, file, key, onProgress),
    (kept) => {
      // Its words are asked for above the button: whoever went on elsewhere meanwhile stays there.
      if (isPicture(kept) && document.activeElement?.id === ADD_FILES) setAsks(kept.id)
      onChange((now) => (now.some((one) => one.id === kept.id) ? now : [...now, { ...kept, alt: '' }]))
    },
  )
  const late = lateness(uploads.sending)
  return { ...uploads, asks, late: late && LATE[late] }
}
