import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const git = (...args: readonly string[]): string => execFileSync('git', args, {cwd: root, encoding: 'utf8'});

/** Tracked text files that contain a match of an extended regular expression. */
function filesWith(pattern: string): readonly string[] {
  try {
    return git('grep', '-IlE', '-e', pattern).split('\n').filter(Boolean);
  } catch (error) {
    // Status 1: no file has a match.
    if ((error as {status?: number}).status === 1) return [];
    throw error;
  }
}

describe('the addresses in tracked files', () => {
  it('name the repository in package.json only, so that a move changes one file', () => {
    const {repository} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {repository: {url: string}};
    const [, address = ''] = /github\.com\/(.+)\.git$/.exec(repository.url) ?? [];
    assert.match(address, /^[\w-]+\/[\w-]+$/);
    assert.deepEqual(filesWith(`${address}([^a-zA-Z0-9-]|$)`), ['package.json']);
  });

  it('name no package registry, so that every installation can use its own', () => {
    const host = '(registry|npm|pkg|packages|artifactory|nexus|verdaccio)\\.[a-z0-9.-]+\\.[a-z]{2,}';
    // A registry as a host of a URL, with or without a protocol, or in a setting of npm.
    assert.deepEqual(filesWith(`//${host}(/|:|$)|registry(-url)?["']?[ ]*[=:][ ]*["']?http`), []);
  });

  it('lock packages by version and hash, without the URL they were downloaded from', () => {
    assert.doesNotMatch(readFileSync(`${root}package-lock.json`, 'utf8'), /"resolved": "http/);
  });
});
