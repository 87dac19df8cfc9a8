import { useState } from 'react';
import type { Facet } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import type { Changes } from '../parts/address.ts';
import style from './facets.module.css';

const SHOWN = 6;

/** In the order in which people narrow a search. */
const order = ['place', 'issuer', 'type', 'year', 'directive', 'collection'] as const;
type FacetName = (typeof order)[number];

interface Chosen {
  values: (name: FacetName) => string[];
  change: (changes: Changes) => void;
}

/** What the hits divide into, with counts; ticking one narrows the search to it. */
export function Facets({ facets, values, change }: { facets: Partial<Record<string, Facet>> } & Chosen) {
  const { words } = useMessages();
  return order.map((name) => {
    const counted = facets[name] ?? [];
    const chosen = values(name);
    const missing = chosen.filter((value) => !counted.some(([other]) => other === value));
    const all: Facet = [...missing.map((value): [string, number] => [value, 0]), ...counted];
    if (all.length === 0 || (name === 'collection' && all.length < 2)) return null;
    return (
      <OneFacet
        key={name}
        title={words.facets[name] ?? name}
        facet={all}
        chosen={chosen}
        toggle={(value, on) => change({ [name]: on ? [...chosen, value] : chosen.filter((other) => other !== value) })}
      />
    );
  });
}

function OneFacet({
  title,
  facet,
  chosen,
  toggle,
}: {
  title: string;
  facet: Facet;
  chosen: string[];
  toggle: (value: string, on: boolean) => void;
}) {
  const { search, common } = useMessages();
  const [open, setOpen] = useState(false);
  // A value that is chosen stays in sight.
  const shown = open ? facet : facet.filter(([value], at) => at < SHOWN || chosen.includes(value));
  const hidden = facet.length - shown.length;
  return (
    <fieldset className={style.facet}>
      <legend className={style.name}>{title}</legend>
      {shown.map(([value, count]) => (
        <label key={value} className={style.value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span className={style.label}>{value}</span>
          <span className={style.count}>{common.count(count)}</span>
        </label>
      ))}
      {(hidden > 0 || open) && (
        <button type="button" className={style.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? search.fewerValues : search.moreValues(hidden)}
        </button>
      )}
    </fieldset>
  );
}
