/** What a mail library throws. */
export interface MailError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** The server's own words; where it said nothing, what happened on the way to it. */
export const wordsOf = ({ response, message }: MailError): string =>
  (response || message).replaceAll('\0', '').toWellFormed().slice(0, 2000);

/** Did the server refuse this very message for good (5xx)? A refused sign-in or no TLS is the fault of the configuration, which can be mended. */
export const refusedForGood = ({ code, responseCode }: MailError): boolean =>
  responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');

/** Was it the recipient that the server does not take mail for? */
export const refusedRecipient = (error: MailError): boolean => refusedForGood(error) && error.command === 'RCPT TO';

/** Gives up on a server that does not answer in time; what it says after that nobody hears. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timeout: NodeJS.Timeout | undefined;
  try {
    const tooSlow = new Promise<never>((_, fail) => {
      timeout = setTimeout(() => fail(new Error('The mail server did not answer in time.')), ms);
    });
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timeout);
  }
}
