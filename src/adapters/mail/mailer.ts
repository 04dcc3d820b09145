import { createTransport } from 'nodemailer';
import type { Mailer } from '../../usecases/ports.ts';

/** Sends plain text by SMTP when a server is set; otherwise says that it cannot. */
export const createMailer = (smtpUrl: string | null, from: string): Mailer => {
  if (smtpUrl === null) {
    return {
      canSend: false,
      send: async () => {
        throw new Error('No mail server is set.');
      },
    };
  }
  const transport = createTransport(smtpUrl);
  return {
    canSend: true,
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to, subject: subject.replace(/[\r\n]+/g, ' '), text });
    },
  };
};
