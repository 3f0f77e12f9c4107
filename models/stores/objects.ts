import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../environment';
import { FileMissingError, type ByteStore } from './store';

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey');
}

/** Objects `ab/cd/<sha256>` in one bucket of an S3 server. The bucket must exist. */
export function objectStore(settings: ObjectStore): ByteStore {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Names of buckets in the path: servers in a town hall seldom have a wildcard name in DNS.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const object = (sha256: string): { Bucket: string; Key: string } => ({
    Bucket: bucket,
    Key: `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
  });
  return {
    size: async (sha256) => {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand(object(sha256)));
        return ContentLength ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (sha256, bytes) => {
      await client.send(new PutObjectCommand({ ...object(sha256), Body: bytes, ContentLength: bytes.length }));
    },
    read: async (sha256) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(object(sha256)));
        if (Body instanceof Readable) return Body;
      } catch (error) {
        throw isMissing(error) ? new FileMissingError(sha256, error) : error;
      }
      throw new FileMissingError(sha256);
    },
  };
}
