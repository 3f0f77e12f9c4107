import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { errorHandler } from './errors';
import { faces } from './faces';
import { requestId } from './requestId';

const root = mkdtempSync(path.join(os.tmpdir(), 'postup-faces-'));
const script = 'console.log("příliš žluťoučký kůň");\n'.repeat(200);

beforeAll(() => {
  for (const face of ['admin', 'portal']) {
    mkdirSync(path.join(root, face, 'dist', 'assets'), { recursive: true });
    writeFileSync(path.join(root, face, 'dist', 'index.html'), `<!doctype html><title>${face}</title>`);
    writeFileSync(path.join(root, face, 'dist', 'assets', 'index-CX_FyXy_.js'), script);
    writeFileSync(path.join(root, face, 'dist', 'assets', 'znak.svg'), '<svg/>');
  }
  writeFileSync(path.join(root, 'tajne.js'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true }));

const app = (environment: Parameters<typeof faces>[0]): Express => express().use(requestId, faces(environment, root), errorHandler);
const built = app({ adminDevUrl: undefined, portalDevUrl: undefined });

describe('the pages', () => {
  it.each([
    ['/', 'portal'],
    ['/zkusebnov/moje', 'portal'],
    ['/admin', 'admin'],
    ['/admin/cases/1', 'admin'],
  ])('%s is the page of the %s, asked for anew each time', async (address, face) => {
    const { text, headers } = await request(built).get(address).set('Accept', 'text/html').expect(200);
    expect(text).toContain(`<title>${face}</title>`);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('keep files with a hash in the name for good, others not', async () => {
    const hashed = await request(built).get('/admin/assets/index-CX_FyXy_.js').expect(200);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const plain = await request(built).get('/assets/znak.svg').expect(200);
    expect(plain.headers['cache-control']).toBe('no-cache');
  });

  it('come packed to who can unpack them, and whole to who cannot', async () => {
    for (const encoding of ['br', 'gzip']) {
      const { headers, text } = await request(built).get('/assets/index-CX_FyXy_.js').set('Accept-Encoding', encoding).expect(200);
      expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding']);
      expect(text).toBe(script);
    }
    const whole = await request(built).get('/assets/index-CX_FyXy_.js').set('Accept-Encoding', 'identity').expect(200);
    expect(whole.headers['content-encoding']).toBeUndefined();
    expect(whole.text).toBe(script);
  });

  it('lead nowhere else on the disk', async () => {
    for (const address of ['/assets/..%2f..%2f..%2ftajne.js', '/..%2f..%2ftajne.js', '/assets/chybi-12345678.js', '/.env']) {
      const { text, status } = await request(built).get(address).set('Accept-Encoding', 'gzip');
      expect([400, 403, 404]).toContain(status);
      expect(text).not.toContain('secret');
    }
  });

  it('are elsewhere while they are being developed', async () => {
    const developed = app({ adminDevUrl: 'http://127.0.0.1:5173', portalDevUrl: undefined });
    const { headers } = await request(developed).get('/admin/cases?x=1').expect(302);
    expect(headers.location).toBe('http://127.0.0.1:5173/admin/cases?x=1');
    await request(developed).get('/').set('Accept', 'text/html').expect(200);
  });
});
