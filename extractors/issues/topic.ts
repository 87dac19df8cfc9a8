import { lower } from '../text/fold.ts';
import topics from './topics.json' with { type: 'json' };

/** What none of the topics speaks of. */
export const OTHER_TOPIC = 'khác';

interface Topic {
  topic: string;
  words: string[];
  /** What is said of almost everything («đầu tư», «kinh tế»): gives way to any matter of its own. */
  general?: boolean;
}

const WORDS = (topics as Topic[]).flatMap(({ topic, words, general }) =>
  words.map((written) => {
    const word = ` ${lower(written).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return {
      topic,
      word,
      first: word.split(' ')[1] ?? '',
      weight: written.split(' ').length ** 2 * (general ? 0.2 : 1),
    };
  }),
);
const places = new Map(WORDS.map((word, place) => [word, place]));
const byFirst = Map.groupBy(WORDS, ({ first }) => first);

/**
 * The topic with the most words in the text, longer expressions counting more («nhà ở xã hội» over «xã hội»); of equals
 * the one named first. Comparing syllables, not letters: «rác» is not in «trác»; with marks, since «bão» is not «báo».
 */
export function topicOf(text: string): string {
  const folded = ` ${lower(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const syllables = new Set(folded.split(' '));
  const scores = new Map<string, { score: number; at: number }>();
  const possible = [...syllables]
    .flatMap((syllable) => byFirst.get(syllable) ?? [])
    .sort((a, b) => places.get(a)! - places.get(b)!);
  for (const { topic, word, weight } of possible) {
    const at = folded.indexOf(word);
    if (at === -1) continue;
    const known = scores.get(topic) ?? { score: 0, at };
    scores.set(topic, { score: known.score + weight, at: Math.min(known.at, at) });
  }
  const [best] = [...scores].sort(([, a], [, b]) => b.score - a.score || a.at - b.at);
  return best?.[0] ?? OTHER_TOPIC;
}
