import { useState } from 'react';
import type { Facet } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import type { Changes } from '../parts/address.ts';
import style from './facets.module.css';
import { PlaceTree } from './place-tree.tsx';
import { Value } from './value.tsx';
import { useValueName } from './value-name.ts';

const SHOWN = 6;

/** In the order in which people narrow a search. */
export const facetOrder = [
  'place',
  'level',
  'issuer',
  'type',
  'year',
  'topic',
  'status',
  'directive',
  'collection',
] as const;

interface Chosen {
  values: (name: string) => string[];
  change: (changes: Changes) => void;
}

/** What the hits divide into, with counts; ticking one narrows the search to it. */
export function Facets({ facets, values, change }: { facets: Partial<Record<string, Facet>> } & Chosen) {
  const { words } = useMessages();
  return facetOrder.map((name) => {
    // Places are told as the tree that they are.
    const counted = facets[name === 'place' ? 'territory' : name] ?? [];
    const chosen = values(name);
    const missing = chosen.filter((value) => !counted.some(([other]) => other === value));
    const all: Facet = [...missing.map((value): [string, number] => [value, 0]), ...counted];
    if (all.length === 0 || (name === 'collection' && all.length < 2)) return null;
    const toggle = (value: string, on: boolean): void =>
      change({ [name]: on ? [...chosen, value] : chosen.filter((other) => other !== value) });
    return (
      <fieldset key={name} className={style.facet}>
        <legend className={style.name}>{words.facets[name] ?? name}</legend>
        {name === 'place' ? (
          <PlaceTree facet={all} chosen={chosen} toggle={toggle} />
        ) : (
          <Values name={name} facet={all} chosen={chosen} toggle={toggle} />
        )}
      </fieldset>
    );
  });
}

interface ValuesProps {
  name: string;
  facet: Facet;
  chosen: string[];
  toggle: (value: string, on: boolean) => void;
}

function Values({ name, facet, chosen, toggle }: ValuesProps) {
  const { search } = useMessages();
  const nameOf = useValueName();
  const [open, setOpen] = useState(false);
  // A value that is chosen stays in sight.
  const shown = open ? facet : facet.filter(([value], at) => at < SHOWN || chosen.includes(value));
  const hidden = facet.length - shown.length;
  return (
    <>
      {shown.map(([value, count]) => (
        <Value
          key={value}
          label={nameOf(name, value)}
          count={count}
          checked={chosen.includes(value)}
          onChange={(on) => toggle(value, on)}
        />
      ))}
      {(hidden > 0 || open) && (
        <button type="button" className={style.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? search.fewerValues : search.moreValues(hidden)}
        </button>
      )}
    </>
  );
}
