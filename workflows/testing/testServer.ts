/** Where the time-skipping server comes from: the cache, else Maven (a package registry), else the SDK's own download. Only tests need it. */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { obtainTestServer } from './obtainTestServer';

/** A Temporal in which time passes as fast as nothing happens. One a test file; tear it down. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const server = await obtainTestServer();
  return TestWorkflowEnvironment.createTimeSkipping(
    server === null ? {} : { server: { executable: { type: 'existing-path', path: server } } },
  );
}
