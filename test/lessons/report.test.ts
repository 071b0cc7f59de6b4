import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { SYSTEMS } from '../../lessons/systems.ts';
import { reportSystems } from '../../src/lessons-report.ts';

describe('the report of the lessons', () => {
  it('knows all 39 systems of the lecture in 21 lessons, each in the lesson that is numbered so', () => {
    expect(Object.keys(SYSTEMS)).toHaveLength(39);
    expect([...new Set(Object.values(SYSTEMS))].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const numbers = LESSONS.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('finds nothing missing in a lesson that is written', () => {
    const written = new Set(LESSONS.map(({ number }) => number));
    expect(reportSystems().filter(({ lesson, missing }) => written.has(lesson) && missing.length > 0)).toEqual([]);
  });

  it('says what a system lacks: here those of a lesson whose cards, figures or questions were taken away', () => {
    const padding = LESSONS.find(({ id }) => id === 'padding')!;
    const without = reportSystems([{ ...padding, skills: [] }]);
    expect(without.find(({ system }) => system === 'S14')).toMatchObject({ missing: ['questions'] });
    expect(without.find(({ system }) => system === 'S39')).toMatchObject({ missing: ['lesson'] });
  });
});
