import { openSqliteStore } from '../../search/sqlite/store.ts';
import { correctedFlagsContract } from './corrected-flags.ts';
import { deskContract } from './desk.ts';
import { peopleContract } from './people.ts';

const open = async () => openSqliteStore(':memory:');
deskContract('sqlite', open);
peopleContract('sqlite', open);
correctedFlagsContract('sqlite', open);
