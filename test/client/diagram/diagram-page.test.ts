import assert from 'node:assert/strict';
import { diagramPage } from '../../../src/client/diagram/diagram-page.ts';

const PARTS = {
  script: 'https://files.example/panel.js',
  style: 'https://files.example/panel.css',
  engine: 'https://files.example/elk-worker.min.js',
  source: 'https://files.example',
  nonce: 'abc123',
  case: '/work/a "case".yaml#<x>',
  notation: 'gsn',
  state: undefined,
  language: 'en',
  words: {},
  title: 'Diagram',
};

describe('the page of a diagram', () => {
  const page = diagramPage(PARTS);
  const policy = new Map(
    /Content-Security-Policy" content="([^"]*)"/
      .exec(page)![1]!
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)] as const),
  );

  it('may load nothing but what it is made of, and run no script but its own', () => {
    assert.deepEqual(
      [...policy],
      [
        ['default-src', "'none'"],
        ['script-src', "'nonce-abc123'"],
        ['style-src', 'https://files.example'],
        ['font-src', 'https://files.example'],
        ['img-src', 'blob: data:'],
        ['connect-src', 'https://files.example'],
        ['worker-src', 'blob:'],
      ],
    );
    assert.doesNotMatch([...policy.values()].join(' '), /unsafe|\*/);
  });

  it('has one script, by its nonce, and none in the page itself', () => {
    assert.deepEqual(page.match(/<script[^>]*>[^<]*/g), [
      '<script nonce="abc123" src="https://files.example/panel.js">',
    ]);
    assert.doesNotMatch(page, /<style|style=|\son\w+=/);
  });

  it('takes names of cases for text', () => {
    assert.match(page, /data-case="\/work\/a &#34;case&#34;\.yaml#&#60;x&#62;"/);
  });

  it('has the words of its language, and what was kept, as data that no text breaks out of', () => {
    const words = { 'Show all': '"><script>alert(1)</script>' };
    const state = { case: '</body>', notation: 'gsn', outline: false };
    const german = diagramPage({ ...PARTS, language: 'de', words, state, title: 'Diagramm' });
    assert.match(german, /<html lang="de">/);
    assert.match(german, /<title>Diagramm<\/title>/);
    assert.equal(german.match(/<script/g)?.length, 1);
    const read = (name: string): unknown =>
      JSON.parse(
        new RegExp(`data-${name}="([^"]*)"`)
          .exec(german)![1]!
          .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
      );
    assert.deepEqual(read('words'), words);
    assert.deepEqual(read('state'), state);
    assert.doesNotMatch(page, /data-state/);
  });
});
