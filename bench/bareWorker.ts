/** The worker of the bare workflow, in a process of its own as the product's is. Ends with its parent. */
import { NativeConnection, Runtime, DefaultLogger, Worker } from '@temporalio/worker';
import { BARE_QUEUE } from './names';

async function main(address: string, namespace: string): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, namespace, taskQueue: BARE_QUEUE, workflowsPath: require.resolve('./workflows') });
  process.on('disconnect', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await connection.close();
}

const [address, namespace] = process.argv.slice(2);
if (address === undefined || namespace === undefined) throw new Error('bareWorker <address> <namespace>');
void main(address, namespace).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
