import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { SYSTEMS } from '../../lessons/systems.ts';
import { reportSystems } from '../../src/lessons-report.ts';

describe('the report of the lessons', () => {
  it('knows all 39 systems of the lecture and all 21 lessons', () => {
    expect(Object.keys(SYSTEMS)).toHaveLength(39);
    expect([...new Set(Object.values(SYSTEMS))].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(LESSONS.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it('finds nothing missing that could be there', () => {
    expect(reportSystems().filter(({ missing }) => missing.length > 0)).toEqual([]);
  });

  it('counts at least 40 skills with three forms each', () => {
    const skills = LESSONS.flatMap((lesson) => lesson.skills);
    expect(skills.length).toBeGreaterThanOrEqual(40);
    expect(skills.every(({ forms }) => forms.length >= 3)).toBe(true);
  });

  it('says what a system lacks: here those of a lesson whose cards, figures or questions were taken away', () => {
    const padding = LESSONS.find(({ id }) => id === 'padding')!;
    const without = reportSystems([{ ...padding, skills: [] }]);
    expect(without.find(({ system }) => system === 'S14')).toMatchObject({ missing: ['questions'] });
    expect(without.find(({ system }) => system === 'S39')).toMatchObject({ missing: ['lesson'] });
  });
});
