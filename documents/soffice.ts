/**
 * LibreOffice as the converter of DOCX to PDF, where an installation names it (SOFFICE_PATH). It gets one file in a folder of its own, a profile of its own that
 * is thrown away, no network by its settings and by a proxy that leads nowhere, and a limited time.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TIMEOUT_MS = 60_000;
/** Port 9 of loopback: nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** Macros off, and links are not followed when a document is opened. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** LibreOffice did not make the PDF; for who mends it. */
export class ConversionFailedError extends Error {
  override readonly name = 'ConversionFailedError';
}

/**
 * @param program path of soffice
 * @throws ConversionFailedError where it ended badly, took too long or made nothing
 */
export async function convertBySoffice(program: string, docx: Buffer, timeoutMs = TIMEOUT_MS): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postup-soffice-'));
  try {
    const profile = path.join(folder, 'profile');
    await writeFile(path.join(folder, 'document.docx'), docx, { mode: 0o600 });
    const user = path.join(profile, 'user');
    await mkdir(user, { recursive: true });
    await writeFile(path.join(user, 'registrymodifications.xcu'), SETTINGS);
    await run(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--nodefault',
        '--convert-to',
        'pdf:writer_pdf_Export',
        '--outdir',
        folder,
        path.join(folder, 'document.docx'),
      ],
      {
        cwd: folder,
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: 1024 * 1024,
        // Nothing of our own environment: it holds passwords.
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          LANG: 'cs_CZ.UTF-8',
          TMPDIR: folder,
          http_proxy: NOWHERE,
          https_proxy: NOWHERE,
          no_proxy: '',
        },
      },
    );
    return await readFile(path.join(folder, 'document.pdf'));
  } catch (error) {
    throw new ConversionFailedError(
      `LibreOffice (${program}) nevytvořil PDF: ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`,
      {
        cause: error,
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
