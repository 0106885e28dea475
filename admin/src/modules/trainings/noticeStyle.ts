/** A notice on the page of a training: on a phone its buttons stand below the words. */
export const noticeStyle = {
  mb: 2,
  maxWidth: 1240,
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  '& .MuiAlert-message': { flex: { xs: '1 1 220px', sm: '1 1 auto' } },
} as const;
