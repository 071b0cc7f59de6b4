import type { Knex } from 'knex';

interface Migration {
  name: string;
  up(database: Knex): Promise<void>;
  down(database: Knex): Promise<void>;
}

/** Every change of the tables, in order. One that has been released is never edited: the next one mends it. */
const ALL: Migration[] = [
  {
    name: '001-first-tables',
    async up(database) {
      await database.schema.createTable('learners', (table) => {
        table.string('key', 200).primary();
        table.string('language', 8);
        table.string('time_zone', 64);
        table.bigInteger('created_at').notNullable();
      });
      await database.schema.createTable('questions', (table) => {
        table.increments('id');
        table.string('place', 200).notNullable();
        table.string('asked_by', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.string('code', 64).notNullable();
        table.string('skill', 64).notNullable();
        /** The event that asked: the same event asks the same question again. */
        table.string('event', 200).notNullable().unique();
        table.bigInteger('asked_at').notNullable();
        /** Set when it no longer waits for a typed answer of who asked. */
        table.bigInteger('closed_at');
        table.index(['asked_by', 'place', 'id']);
      });
      await database.schema.createTable('answers', (table) => {
        table.increments('id');
        table.integer('question').notNullable().references('id').inTable('questions').onDelete('CASCADE');
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.string('event', 200).notNullable().unique();
        table.string('skill', 64).notNullable();
        table.string('given', 200).notNullable();
        table.boolean('correct').notNullable();
        table.string('misconception', 64);
        table.bigInteger('at').notNullable();
        // a question counts once for each learner, however often it is answered
        table.unique(['question', 'learner']);
        table.index(['learner', 'at']);
      });
      await database.schema.createTable('reveals', (table) => {
        table.integer('question').notNullable().references('id').inTable('questions').onDelete('CASCADE');
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.bigInteger('at').notNullable();
        table.primary(['question', 'learner']);
      });
      await database.schema.createTable('pictures', (table) => {
        table.string('id', 32).primary();
        table.integer('size').notNullable();
        table.bigInteger('used_at').notNullable();
        table.index(['used_at']);
      });
      // apart from what changes with every use: SQLite writes a whole row anew, and sums sizes by reading rows
      await database.schema.createTable('picture_bytes', (table) => {
        table.string('picture', 32).primary().references('id').inTable('pictures').onDelete('CASCADE');
        table.binary('bytes').notNullable();
      });
      await database.schema.createTable('last_pictures', (table) => {
        table.string('learner', 200).notNullable();
        table.string('place', 200).notNullable();
        table.string('picture', 32);
        table.string('ref', 400);
        table.primary(['learner', 'place']);
      });
      await database.schema.createTable('expectations', (table) => {
        table.string('learner', 200).notNullable();
        table.string('place', 200).notNullable();
        table.string('route', 200).notNullable();
        table.primary(['learner', 'place']);
      });
      await database.schema.createTable('adapter_memory', (table) => {
        table.string('adapter', 32).notNullable();
        table.string('key', 200).notNullable();
        table.text('value').notNullable();
        table.primary(['adapter', 'key']);
      });
      await database.schema.createTable('activity', (table) => {
        table.increments('id');
        table.string('event', 200).notNullable();
        table.string('learner', 200).notNullable();
        table.string('place', 200).notNullable();
        table.string('what', 64).notNullable();
        table.string('outcome', 64).notNullable();
        table.integer('ms').notNullable();
        table.bigInteger('at').notNullable();
        table.index(['learner', 'at']);
      });
    },
    async down(database) {
      // those that refer to others go first
      const pictures = ['last_pictures', 'picture_bytes', 'pictures'];
      const questions = ['reveals', 'answers', 'questions', 'learners'];
      for (const table of ['activity', 'adapter_memory', 'expectations', ...pictures, ...questions]) await database.schema.dropTable(table);
    },
  },
  {
    name: '002-button-states',
    async up(database) {
      await database.schema.createTable('button_states', (table) => {
        table.string('id', 32).primary();
        table.text('state').notNullable();
        table.bigInteger('used_at').notNullable();
        table.index(['used_at']);
      });
    },
    async down(database) {
      await database.schema.dropTable('button_states');
    },
  },
  {
    name: '003-lesson-places',
    async up(database) {
      await database.schema.createTable('lesson_places', (table) => {
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.integer('lesson').notNullable();
        /** The card shown last, counted from 0, and the farthest one. */
        table.integer('card').notNullable();
        table.integer('farthest').notNullable();
        table.bigInteger('done_at');
        table.bigInteger('at').notNullable();
        table.primary(['learner', 'lesson']);
      });
      await database.schema.alterTable('questions', (table) => {
        table.string('asked_for', 64);
      });
    },
    async down(database) {
      await database.schema.alterTable('questions', (table) => {
        table.dropColumn('asked_for');
      });
      await database.schema.dropTable('lesson_places');
    },
  },
  {
    name: '004-memory',
    async up(database) {
      await database.schema.createTable('skill_states', (table) => {
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.string('skill', 64).notNullable();
        /** What FSRS keeps of a skill; days for stability, moments in milliseconds. */
        table.bigInteger('due').notNullable();
        table.double('stability').notNullable();
        table.double('difficulty').notNullable();
        table.integer('scheduled_days').notNullable();
        table.integer('learning_steps').notNullable();
        table.integer('reps').notNullable();
        table.integer('lapses').notNullable();
        table.integer('state').notNullable();
        table.bigInteger('last_review').notNullable();
        table.primary(['learner', 'skill']);
        table.index(['learner', 'due']);
      });
      await database.schema.createTable('hints', (table) => {
        table.integer('question').notNullable().references('id').inTable('questions').onDelete('CASCADE');
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.bigInteger('at').notNullable();
        table.primary(['question', 'learner']);
      });
      await database.schema.alterTable('questions', (table) => {
        /** Asked for practice: its answer leaves the schedule alone. */
        table.boolean('cram').notNullable().defaultTo(false);
      });
      await database.schema.createTable('reminders', (table) => {
        table.string('learner', 200).primary().references('key').inTable('learners').onDelete('CASCADE');
        /** Minutes after midnight by the learner's own clock. */
        table.integer('minute').notNullable();
        /** The language they spoke when they asked for it. */
        table.string('language', 8).notNullable();
        /** The learner's own date of the last one that is done with, as 2026-11-23. */
        table.string('last_date', 10).notNullable();
      });
    },
    async down(database) {
      for (const table of ['reminders', 'hints', 'skill_states']) await database.schema.dropTable(table);
      await database.schema.alterTable('questions', (table) => {
        table.dropColumn('cram');
      });
    },
  },
  {
    name: '005-trainings',
    async up(database) {
      await database.schema.createTable('trainings', (table) => {
        /** The event that began it; a row stands here while the run is under way. */
        table.string('event', 200).primary();
        table.string('learner', 200).notNullable().references('key').inTable('learners').onDelete('CASCADE');
        table.bigInteger('at').notNullable();
      });
    },
    async down(database) {
      await database.schema.dropTable('trainings');
    },
  },
];

/** Listed in code, not found in a folder: the same from the sources and from the build. */
export const migrations: Knex.MigrationSource<Migration> = {
  getMigrations: async () => ALL,
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => migration,
};
