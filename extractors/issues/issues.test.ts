import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../schemas/issue.ts';
import { describeReport } from '../anatomy/describe.ts';
import { DocumentBuilder } from '../document/builder.ts';
import { normalizeText } from '../text/normalize.ts';
import { extractIssues } from './extract.ts';
import { OTHER_TOPIC, topicOf } from './topic.ts';
import topics from './topics.json' with { type: 'json' };

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/issues/${name}.json`, import.meta.url), 'utf8')) as T;

function issuesOf(lines: readonly string[]): Issue[] {
  const builder = new DocumentBuilder();
  for (const line of ['BÁO CÁO', 'công tác dân vận', '-----', ...lines]) builder.add('paragraph', normalizeText(line));
  const { blocks, report } = describeReport(builder.blocks);
  const issues = extractIssues({ file: 'f', report, blocks });
  for (const issue of issues) {
    expect(blocks.find((block) => block.id === issue.block)?.text.slice(issue.start, issue.end)).toBe(issue.quote);
  }
  return issues;
}

interface Expected {
  quote: string;
  stance: string[];
  topic?: string;
  place?: string;
  people?: number;
  addressedTo?: string;
  response?: string;
}

describe('residents raise it', () => {
  for (const { name, blocks, issues } of fixture<{ name: string; blocks: string[]; issues: Expected[] }[]>('hits')) {
    test(name, () => {
      const found = issuesOf(blocks);
      expect(found.map((issue) => issue.quote)).toEqual(issues.map((issue) => issue.quote));
      issues.forEach((issue, index) => {
        const { stance, place, ...rest } = issue;
        expect(found[index]).toMatchObject(rest);
        expect([...(found[index]?.stance ?? [])].sort()).toEqual([...stance].sort());
        if (place) expect(found[index]?.place).toContain(place);
      });
    });
  }
});

describe('reports of other provinces', () => {
  for (const { blocks, raised } of fixture<{ blocks: string[]; raised: string[] }[]>('other-provinces')) {
    test(blocks[1] ?? '', () => {
      const found = issuesOf(blocks).map((issue) => issue.quote);
      expect(found).toHaveLength(raised.length);
      raised.forEach((words, index) => {
        expect(found[index]).toContain(words);
      });
    });
  }
});

describe('topics', () => {
  const examples = Object.entries(fixture<Record<string, string[]>>('topics')).flatMap(([topic, texts]) =>
    texts.map((text) => ({ topic, text })),
  );

  test('nine of ten sentences find their topic', () => {
    const right = examples.filter(({ topic, text }) => topicOf(text) === topic);
    expect(right.length / examples.length).toBeGreaterThan(0.9);
  });

  test('every topic of the examples is one of the taxonomy, and what names none of them is «khác»', () => {
    expect(new Set(examples.map(({ topic }) => topic))).toEqual(new Set(topics.map(({ topic }) => topic)));
    expect(topicOf('người dân đồng tình với cách làm này')).toBe(OTHER_TOPIC);
    expect(topicOf('báo cáo kế hoạch bảo đảm số lượng')).toBe(OTHER_TOPIC);
  });
});

describe('nobody raises anything', () => {
  for (const { name, blocks } of fixture<{ name: string; blocks: string[] }[]>('near-misses')) {
    test(name, () => expect(issuesOf(blocks).map((issue) => issue.quote)).toEqual([]));
  }
});
