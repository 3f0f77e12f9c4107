import type { receiptCheckCs } from './receiptCheckCs';

/** English words of the page where documents are verified by a receipt. */
export const receiptCheckEn: typeof receiptCheckCs = {
  title: 'Verify a submitted document',
  lead: 'You will learn whether a file is exactly the one that was submitted with an application.',
  local:
    'Your browser computes the hash of the file (SHA-256). The file stays with you and is sent nowhere; we ask the server about the hash only.',
  number: 'Number of the application',
  numberHelp: 'It stands in the receipt, for example DOT-2026-0012.',
  code: 'Code for attachments',
  codeHelp:
    'It stands in the receipt: the first 16 characters of the hash of the data. Without it you can verify only the file with the data of the application; otherwise anybody could find out who attached what.',
  codeWrong: 'The code has 16 characters, digits and letters a to f.',
  files: 'Files to verify',
  drop: 'Drop files here, or choose them.',
  choose: 'Choose files',
  reading: (name) => `Computing the hash of ${name}…`,
  ready: (name) => `The hash of ${name} is computed.`,
  unreadable: (name) => `The browser could not read ${name}. Folders cannot be chosen; choose the files in them.`,
  tooBig: (name) => `${name} is larger than 200 MB; nothing as large could be submitted.`,
  tooMany: 'You can verify 20 files at once.',
  remove: (name) => (name === '' ? 'Remove' : `Remove ${name}`),
  typed: 'I have the hash only, not the file',
  hash: 'Hash (SHA-256)',
  hashHelp: 'It has 64 characters. On Windows “certutil -hashfile file SHA256” computes it, on Linux and macOS “shasum -a 256 file”.',
  hashWrong: 'The hash has 64 characters, digits and letters a to f.',
  nothing: 'Choose a file, or write a hash.',
  noHashing: 'This browser cannot compute the hash (the page must be opened over https). Compute it yourself and write it.',
  check: 'Verify',
  results: 'Result',
  yes: 'Yes.',
  no: 'No.',
  application: (moment) => `These are the data of the application exactly as they were submitted on ${moment}.`,
  attachment: (name, moment) => `This is the attachment “${name}” exactly as it was submitted on ${moment}.`,
  notThere: 'This file is not among what was submitted with the application. Either it has changed since, or it came later.',
  wrongCode: 'The number of the application and the code do not belong together. Copy them from the receipt again.',
  notData:
    'The file is not the data of the application with this number, or there is no such application. About attachments we answer only with the code of the receipt.',
  typedHash: 'the written hash',
  limits: 'What cannot be verified here',
  limitsList: [
    'The receipt itself and the printed application (PDF): they are made anew at each download. Verify the files that they speak of.',
    'What came after the submission: completions, settlements and their documents.',
    'Decisions, contracts and letters of the office.',
    'A file that somebody opened and saved again, scanned or converted: it looks the same but its hash is another one.',
    'Whether what the document says is true, who wrote it, and whether its electronic signature is valid.',
  ],
};
