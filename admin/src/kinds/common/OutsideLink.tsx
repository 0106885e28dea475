import Link from '@mui/material/Link';
import type { MouseEvent, ReactNode } from 'react';

/** A link out of Kontor (mail, telephone, web). In a list row it does not also open the row. */
export function OutsideLink({ href, children, label }: { href: string; children: ReactNode; label?: string }) {
  const web = href.startsWith('http');
  return (
    <Link
      href={href}
      aria-label={label}
      underline="hover"
      onClick={(event: MouseEvent) => event.stopPropagation()}
      {...(web ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {children}
    </Link>
  );
}
