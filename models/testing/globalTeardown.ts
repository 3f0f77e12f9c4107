import { SHARED_FOLDER, stopServer } from './server';

/** Ends the database that the suites shared. */
export default async function tearDown(): Promise<void> {
  const folder = process.env[SHARED_FOLDER];
  if (folder !== undefined) await stopServer(folder);
}
